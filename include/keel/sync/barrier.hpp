// SPDX-License-Identifier: GPL-2.0
// Barriers, for what the order of an atomic operation does not say.
// C documentation: Documentation/memory-barriers.txt
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// Keeps the compiler from moving memory accesses across it; the CPU may.
KEEL_ANY_CONTEXT KEEL_INLINE void barrier()
{
    UNSAFE("has no conditions") { bindings::barrier(); }
}

/// Full barrier between CPUs: all before it is seen before all after it.
KEEL_ANY_CONTEXT KEEL_INLINE void smp_mb()
{
    UNSAFE("has no conditions") { bindings::smp_mb(); }
}

/// Reads before it are done before reads after it.
KEEL_ANY_CONTEXT KEEL_INLINE void smp_rmb()
{
    UNSAFE("has no conditions") { bindings::smp_rmb(); }
}

/// Writes before it are seen before writes after it.
KEEL_ANY_CONTEXT KEEL_INLINE void smp_wmb()
{
    UNSAFE("has no conditions") { bindings::smp_wmb(); }
}

} // namespace keel
