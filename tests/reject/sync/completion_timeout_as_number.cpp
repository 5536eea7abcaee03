// SPDX-License-Identifier: GPL-2.0
// Ticks, or milliseconds?
#include <keel/sync/completion.hpp>
using namespace keel;
Result<void> caller(const Completion& done) { return done.wait(100); } // expect-error: no matching member function for call to 'wait'
