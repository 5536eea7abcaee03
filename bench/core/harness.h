/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How an operation is measured inside the kernel: the same code for C and for Keel.
 */
#ifndef KEEL_BENCH_HARNESS_H
#define KEEL_BENCH_HARNESS_H

#ifdef __cplusplus
extern "C" {
#endif

/* Does what is measured `times` times. */
typedef void bench_operation(void* state, unsigned long times);

/* Prints "COST name instructions", the least of several batches, for one operation out of `times`. */
void bench_measure(const char* name, unsigned long times, bench_operation* operation, void* state);

#ifdef __cplusplus
}
#endif

#endif
