// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/percpu_counter.hpp>
using namespace keel;
// It needs memory, so it is a part of an object that can fail.
void caller()
{
    PercpuCounter counter; // expect-error: no matching constructor
}
