// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
u32 caller(const Atomic<u32>& a) { return a.load(Full); } // expect-error: no matching member function for call to 'load'
