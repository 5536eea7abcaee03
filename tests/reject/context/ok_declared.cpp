// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

KEEL_ANY_CONTEXT void elsewhere(u32 value);

struct Sink {
    KEEL_ANY_CONTEXT virtual void put(u32 value) const = 0;
};

struct Log final : Sink {
    void put(u32 value) const override { pr_info("{}\n", value); }
};

KEEL_ANY_CONTEXT void hit(const SpinLock<u32>& hits)
{
    ++*hits.lock_irqsave();
}

static u32 odd(u32 n);
static u32 even(u32 n) { return n == 0 ? 1 : odd(n - 1); }
static u32 odd(u32 n) { return n == 0 ? 0 : even(n - 1); }

u32 use(const SpinLock<u32>& value, const SpinLock<u32>& hits, const Sink& sink, const Log& log,
        void (*done)(u32) [[clang::nonblocking]])
{
    auto v = value.lock();
    elsewhere(*v);
    sink.put(*v);
    log.put(*v);
    hit(hits);
    done(*v);
    return even(*v);
}

static u32 doubled(u32& value) { return value *= 2; }

u32 named(const SpinLock<u32>& value) { return value.with(doubled) + value.with(&doubled); }
