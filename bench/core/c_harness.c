// SPDX-License-Identifier: GPL-2.0
/* Each module has its own copy. */
#include "harness.c"
