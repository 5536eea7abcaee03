// SPDX-License-Identifier: GPL-2.0
// A lock around it does not make it live longer. rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

static const Mutex<Option<int&>> last; // expect-error: global 'last' keeps a borrow [keel-borrow-global]
