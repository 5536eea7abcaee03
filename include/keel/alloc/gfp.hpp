// SPDX-License-Identifier: GPL-2.0
// How an allocation may be made, as types: flags that may sleep are another type than flags that may not.
// C header: include/linux/gfp_types.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/core/types.hpp>

namespace keel {

/// Allocation flags known at compile time.
///
/// `may_sleep` says whether an allocation with these flags may wait for memory: then it must not be made in atomic
/// context (under a spinlock, in an interrupt handler).
template <bindings::gfp_t Bits, bool MaySleep> struct Gfp {
    static_assert(MaySleep == ((Bits & bindings::__GFP_DIRECT_RECLAIM) != 0),
                  "the flags themselves say whether they wait");

    static constexpr bindings::gfp_t bits = Bits;
    static constexpr bool may_sleep = MaySleep;

    /// The same, but the memory is zeroed.
    constexpr Gfp<Bits | bindings::__GFP_ZERO, MaySleep> zeroed() const { return {}; }
    /// The same, but a failure is not reported in the log.
    constexpr Gfp<Bits | bindings::__GFP_NOWARN, MaySleep> nowarn() const { return {}; }
};

/// One of the constants below.
template <class T>
concept GfpFlags = requires {
    T::bits;
    T::may_sleep;
};

/// Ordinary kernel memory. May sleep, may start input/output.
inline constexpr Gfp<bindings::GFP_KERNEL, true> GFP_KERNEL;
/// As GFP_KERNEL, charged to the memory cgroup of the current process: for what user space can make the kernel keep.
inline constexpr Gfp<bindings::GFP_KERNEL_ACCOUNT, true> GFP_KERNEL_ACCOUNT;
/// May sleep, starts no block input/output: for what block drivers need to make progress.
inline constexpr Gfp<bindings::GFP_NOIO, true> GFP_NOIO;
/// May sleep, does not call into file systems.
inline constexpr Gfp<bindings::GFP_NOFS, true> GFP_NOFS;
/// Never sleeps and may use reserves: for atomic context.
inline constexpr Gfp<bindings::GFP_ATOMIC, false> GFP_ATOMIC;
/// Never sleeps and uses no reserves.
inline constexpr Gfp<bindings::GFP_NOWAIT, false> GFP_NOWAIT;

} // namespace keel
