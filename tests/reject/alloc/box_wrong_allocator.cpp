// SPDX-License-Identifier: GPL-2.0
// Memory of vmalloc is not freed by kfree.
#include <keel/alloc/box.hpp>
using namespace keel;
Box<int> caller(VBox<int> box) { return box; } // expect-error: no viable conversion
