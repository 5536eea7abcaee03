// SPDX-License-Identifier: GPL-2.0
#include <keel/core/print.hpp>
void caller() { pr_info("{:q}\n", 1); } // expect-error: after { comes }
