// SPDX-License-Identifier: GPL-2.0
// The Keel side of the measurement.
#pragma once

#include "harness.h"

#include <keel/prelude.hpp>

/// Measures `operation(state, times)`; the name is the same as on the C side.
template <auto operation, class State> void measure(const char* name, unsigned long times, State& state)
{
    UNSAFE("the harness passes the state back to this operation, while it lives")
    {
        bench_measure(name, times, [](void* raw, unsigned long n) { operation(*static_cast<State*>(raw), n); }, &state);
    }
}

// Each measures the operations of a folder of the library.
keel::Result<void> measure_sync();
keel::Result<void> measure_alloc();
keel::Result<void> measure_collections();
keel::Result<void> measure_task();
