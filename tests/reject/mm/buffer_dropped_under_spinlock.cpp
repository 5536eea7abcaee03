// SPDX-License-Identifier: GPL-2.0
// class: sleep in atomic
#include <keel/mm/shared_buffer.hpp>
#include <keel/prelude.hpp>
using namespace keel;
void replace(const SpinLock<mm::SharedBuffer>& current)
{
    *current.lock() = mm::SharedBuffer(); // expect-error: may sleep
}
