// SPDX-License-Identifier: GPL-2.0
// A global atomic is const: what changes is in it. Not const, it could be destroyed and made anew.
#include <keel/sync/atomic.hpp>
using namespace keel;
static constinit Atomic<u32> hits {0}; // expect-error: [keel-mutable-global]
void caller() { hits.inc(); }
