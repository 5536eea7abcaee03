// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/refcount.hpp>

using namespace keel;

enum class Phase { idle, running };

static constinit const Atomic<u64> total {0};
static constinit const Refcount users {1};

struct Device {
    Atomic<Phase> phase {Phase::idle};
    Atomic<bool> stopped;
    SpinLock<u32> slots;

    Result<void> start() const
    {
        if (!phase.compare_exchange(Phase::idle, Phase::running, Full).ok())
            return EBUSY;
        users.inc();
        return {};
    }

    bool count(u64 n) const
    {
        auto free = slots.lock();
        total.add(n);
        --*free;
        return stopped.load(Acquire) && users.dec_and_test();
    }
};

Arc<Device> share(const Arc<Device>& device) { return device.clone(); }
