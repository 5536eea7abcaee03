// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/completion.hpp>
using namespace keel;
void caller(const Completion& done) { done.try_wait(); } // expect-error: ignoring return value
