// SPDX-License-Identifier: GPL-2.0
// What is protected under load: two halves that are the same whenever nobody changes them.
#pragma once

#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>

struct Pair {
    keel::u64 a;
    keel::u64 b;

    bool is_torn() const { return a != b; }
    void count()
    {
        a++;
        // Time for others to come in between, if they can.
        for (keel::u32 n = 0; n < 8; n++)
            keel::smp_mb();
        b++;
    }
    bool is(keel::u64 number) const { return a == number && b == number; }
};

/// A place where one may be at a time.
struct Booth {
    keel::Atomic<bool> taken {false};

    /// Whether it was free.
    bool enter() const { return !taken.exchange(true, keel::Acquire); }
    void leave() const { taken.store(false, keel::Release); }
};
