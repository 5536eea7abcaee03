// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/refcount.hpp>
using namespace keel;
u32 caller(const Refcount& r)
{
    Refcount mine(r); // expect-error: call to deleted constructor
    return mine.count();
}
