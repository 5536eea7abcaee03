// SPDX-License-Identifier: GPL-2.0
// A number that all CPUs add to without waiting for each other.
// C header: include/linux/percpu_counter.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/init.hpp>

namespace keel {

/// A count that is changed often and read seldom: each CPU adds to a part of its own.
///
///     .bytes = PercpuCounter::start(init)
///     ...
///     bytes.add(n);
///     pr_info("{} bytes\n", bytes.sum());
///
/// # Invariants
/// live_ exactly while raw_ is an initialised counter.
class KEEL_SEND KEEL_SYNC PercpuCounter {
public:
    PercpuCounter(const PercpuCounter&) = delete;
    PercpuCounter& operator=(const PercpuCounter&) = delete;

    /// A counter that begins with `value`.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: ENOMEM.
    template <class T> KEEL_MAY_SLEEP static PercpuCounter start(Init<T>& init, i64 value = 0)
    {
        return PercpuCounter([&init](Error error) { init.fail(error); }, value);
    }

    KEEL_MAY_SLEEP ~PercpuCounter()
    {
        UNSAFE("initialised: live_, invariant")
        {
            if (live_)
                bindings::percpu_counter_end(&raw_);
        }
    }

    // In any context.

    KEEL_ANY_CONTEXT void add(i64 amount) const
    {
        UNSAFE("an initialised counter: nobody has one that failed") { bindings::percpu_counter_add(&raw_, amount); }
    }
    KEEL_ANY_CONTEXT void inc() const { add(1); }
    KEEL_ANY_CONTEXT void dec() const { add(-1); }

    /// About how much it is: what each CPU has added lately is not in it. One load.
    KEEL_ANY_CONTEXT i64 estimate() const
    {
        UNSAFE("an initialised counter: nobody has one that failed") { return bindings::percpu_counter_read(&raw_); }
    }
    /// How much it is: visits every CPU's part, so that it is exact if nobody adds meanwhile.
    KEEL_ANY_CONTEXT i64 sum() const
    {
        UNSAFE("an initialised counter: nobody has one that failed") { return bindings::percpu_counter_sum(&raw_); }
    }

private:
    template <class Fail> KEEL_MAY_SLEEP PercpuCounter(Fail fail, i64 value)
    {
        int code;
        UNSAFE("raw_ is at its final address: a PercpuCounter cannot be moved")
        {
            code = bindings::percpu_counter_start(&raw_, value);
        }
        live_ = code == 0;
        if (!live_)
            fail(Error::from_errno(code));
    }

    mutable bindings::percpu_counter raw_;
    bool live_;
};

} // namespace keel
