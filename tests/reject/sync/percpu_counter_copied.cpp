// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/percpu_counter.hpp>
using namespace keel;
void caller(const PercpuCounter& counter) { PercpuCounter copy = counter; } // expect-error: call to deleted constructor
