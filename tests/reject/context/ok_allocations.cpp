// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct State {
    Vec<u8> bytes;
    Option<Box<u32>> slot;
};

template <GfpFlags Flags> static Result<void> add(State& state, u8 byte, Flags flags)
{
    return state.bytes.push(byte, flags);
}

Result<void> in_the_section(const SpinLock<State>& state)
{
    auto s = state.lock_irqsave();
    TRY(add(*s, 1, GFP_ATOMIC));
    TRY(s->bytes.reserve(8, GFP_NOWAIT.nowarn()));
    s->slot = TRY(Box<u32>::create(GFP_ATOMIC.zeroed(), 1u));
    return {};
}

Result<void> before_the_section(const SpinLock<State>& state)
{
    auto made = TRY(Box<u32>::create(GFP_KERNEL, 2u));
    auto s = state.lock();
    s->slot = move(made);
    return {};
}

Result<void> outside(State& state) { return add(state, 3, GFP_KERNEL); }

u32 counted(const SpinLock<State>& state, const Arc<u32>& shared)
{
    auto s = state.lock();
    Arc<u32> mine = shared.clone();
    return *mine + static_cast<u32>(s->bytes.len());
}
