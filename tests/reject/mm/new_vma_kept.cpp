// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Session {
    mm::VmaNew& area; // expect-error: keel-borrow-field
};
