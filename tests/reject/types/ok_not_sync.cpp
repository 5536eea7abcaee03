// SPDX-License-Identifier: GPL-2.0
// Constants, and what changes behind a lock.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/wait_queue.hpp>

using namespace keel;

static constexpr u32 sizes[] = {1, 2, 3};
static constexpr const char* names[] = {"a", "b"};
static_assert(sizeof(names) == 16);

class Disk {
    static constexpr usize max = 4096;

public:
    Mutex<Vec<u8>> content;
    SpinLock<u32> hits;
    WaitQueue changed;
    Option<CString> label;
    misc::Registration<Disk> device;

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        *hits.lock() += sizes[0];
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
