// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/sync/revocable.hpp>
#include <keel/sync/set_once.hpp>
#include <keel/sync/srcu.hpp>
#include <keel/time/delay.hpp>
using namespace keel;

struct Limits {
    u32 low;
    u32 high;
};

class Monitor {
public:
    bool alarm(u32 value) const
    {
        const auto section = rcu::read();
        const auto limits = limits_.get(section);
        return limits.is_some() && (value < limits.value().low || value > limits.value().high);
    }

    Result<void> set(u32 low, u32 high) const
    {
        auto next = TRY(RcuBox<Limits>::create(GFP_KERNEL, low, high));
        auto changing = changes_.lock();
        ++*changing;
        limits_.replace(move(next));
        return {};
    }

    Result<u32> clear() const
    {
        RcuBox<Limits> old = limits_.exchange({});
        if (old.is_empty())
            return ENOENT;
        return old->low;
    }

    u32 read_register() const
    {
        u32 value = 0;
        if (!registers_.with([&value](const u32& now) { value = now; }))
            return ~0u;
        return value;
    }

    void name(u32 number) const
    {
        if (!number_.set(number).ok())
            pr_info("has the number {}\n", number_.get().value());
    }

    RcuPtr<Limits> limits_;
    Mutex<u32> changes_;
    Revocable<u32> registers_ {1};
    SetOnce<u32> number_;
};

void slow_reader(const Srcu& domain)
{
    const auto section = domain.read();
    sleep(Duration::millis(1));
}
