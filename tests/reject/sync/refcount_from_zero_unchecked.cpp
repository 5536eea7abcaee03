// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/refcount.hpp>
using namespace keel;
void caller(const Refcount& r) { r.inc_not_zero(); } // expect-error: ignoring return value
