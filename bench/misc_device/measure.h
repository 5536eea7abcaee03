/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Counting guest instructions from a program.
 *
 * Under icount the time stamp counter advances by one with each instruction that the guest executes. Operations are run
 * in batches; the least of the batches is the cost, since one that met a timer tick only reads more. What the system
 * call and the counter cost is part of it: it is the same for every driver.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include "ktap.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BATCHES 40

static inline uint64_t instructions(void)
{
    uint32_t low, high;

    asm volatile("rdtsc" : "=a"(low), "=d"(high)::"memory");
    return (uint64_t)high << 32 | low;
}

/* Measures `operation`, `times` at a time, and prints the least cost of one. */
#define MEASURE(name, times, operation)                                                                                \
    do {                                                                                                               \
        uint64_t least = UINT64_MAX;                                                                                   \
        for (int batch = 0; batch < BATCHES; batch++) {                                                                \
            uint64_t begin = instructions(), took;                                                                     \
            for (int i = 0; i < (times); i++) {                                                                        \
                operation;                                                                                             \
            }                                                                                                          \
            took = instructions() - begin;                                                                             \
            least = took < least ? took : least;                                                                       \
        }                                                                                                              \
        printf("COST %s %.2f\n", name, (double)least / (times));                                                       \
    } while (0)

#endif
