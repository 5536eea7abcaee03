// SPDX-License-Identifier: GPL-2.0
// A wait changes who holds the lock: not through a guard that is only lent for looking.
#include <keel/prelude.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;
void caller(const Mutex<u32>::Guard& guard, const CondVar& changed)
{
    changed.wait(guard, [](u32& n) { return n != 0; }); // expect-error: no matching member function for call to 'wait'
}
