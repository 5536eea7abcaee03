// SPDX-License-Identifier: GPL-2.0
#include <keel/core/print.hpp>
struct Point { int x, y; };
void caller(Point p) { pr_info("{}\n", p); } // expect-error: this type cannot be printed
