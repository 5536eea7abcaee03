// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/srcu.hpp>
using namespace keel;
void look(const Srcu& domain)
{
    domain.read(); // expect-error: ignoring return value
}
