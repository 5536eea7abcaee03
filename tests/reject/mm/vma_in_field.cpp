// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Watcher {
    Option<const mm::Vma&> area; // expect-error: keel-borrow-field
};
