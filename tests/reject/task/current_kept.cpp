// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
struct Session {
    const Task& owner;   // expect-error: [keel-borrow-field]
    CurrentTask opener;  // expect-error: [keel-borrow-field]
};
