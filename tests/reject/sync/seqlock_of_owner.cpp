// SPDX-License-Identifier: GPL-2.0
// A reader's copy would be a second owner.
#include <keel/prelude.hpp>
#include <keel/sync/seqlock.hpp>
using namespace keel;
u32 caller(const SeqLock<Vec<u32>>& lock)
{
    return lock.load()[0]; // expect-error: a SeqLock holds plain data
}
