// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Ring<u32, 8>::Producer copy(const Ring<u32, 8>::Producer& producer)
{
    return Ring<u32, 8>::Producer(producer); // expect-error: deleted
}
