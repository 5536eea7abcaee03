// SPDX-License-Identifier: GPL-2.0
#include <keel/core/print.hpp>
void caller() { pr_info("{} and {}\n", 1); } // expect-error: there are more {} in the format than values
