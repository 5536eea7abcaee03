// SPDX-License-Identifier: GPL-2.0
// There may be no such CPU.
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache;
void caller(const Work<Cache>& trim) { trim.queue_on(3); } // expect-error: ignoring return value
