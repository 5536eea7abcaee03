// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/ida.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Minors = Ida<struct Minor>;
void give_back(const Minors& minors, Minors::Id id)
{
    minors.free(move(id));
    minors.free(move(id)); // expect-error: [keel-use-after-move]
}
