// SPDX-License-Identifier: GPL-2.0
// The registrations are last; destructors read, and change what is behind a lock.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    Mutex<Vec<u8>> content;
    WaitQueue changed;
    SpinLock<u32> hits;
    misc::Registration<Disk> device;
    misc::Registration<Disk> alias;

    static Disk init(Init<Disk>& init)
    {
        return {
            .content = {},
            .changed = {},
            .hits = {},
            .device = misc::Registration<Disk>::start(init, "disk"),
            .alias = misc::Registration<Disk>::start(init, "disk0"),
        };
    }

    ~Disk()
    {
        const u32 reads = *hits.lock();
        pr_info("{} reads, {} bytes\n", reads, content.lock()->len());
        content.lock()->clear();
        *hits.lock() = 0;
        changed.wake_up_all();
        report();
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }

private:
    void report() const {}
};

class Port {
public:
    Mutex<Vec<u8>> content;
    cdev::Registration<Port> device;

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};

// Each port publishes itself, and nothing of the card around it.
class Card {
public:
    Port first;
    Port second;
    Mutex<int> users;
};
