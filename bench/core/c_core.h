/* SPDX-License-Identifier: GPL-2.0 */
/* Each measures the operations of a folder of the library as C writes them; 0 or an errno. */
#ifndef KEEL_BENCH_C_CORE_H
#define KEEL_BENCH_C_CORE_H

#include "harness.h"

int measure_sync(void);
int measure_alloc(void);
int measure_collections(void);
int measure_task(void);

#endif
