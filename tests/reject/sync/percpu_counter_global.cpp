// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/percpu_counter.hpp>
using namespace keel;
static constinit const PercpuCounter bytes {}; // expect-error: no matching constructor
