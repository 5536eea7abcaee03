/* SPDX-License-Identifier: GPL-2.0 */
// clang-format Language: C
/* What mmap_test.cpp and the programs that use it agree on. */
#ifndef MMAP_TEST_H
#define MMAP_TEST_H
#include <stdint.h>
#include <sys/ioctl.h>

#define PAGE 4096UL

enum kind {
	KIND_BUFFER,
	KIND_PAGES,
	KIND_FOLIO,
	KIND_READ_ONLY,
	KIND_LAZY,
	KIND_NOTHING,
	KIND_FAILS_LATE,
	KIND_TWICE,
	KIND_DONT_COPY,
	KIND_IO,
	KIND_LAZY_IO,
};

struct args {
	uint64_t address, len, value;
};

struct counts {
	uint32_t alive, opens, closes, faults, writes;
};

#define SET_KIND _IOW('m', 1, struct args)
#define GET_COUNTS _IOR('m', 2, struct counts)
#define RESIZE _IOW('m', 3, struct args)
#define UNMAP _IOW('m', 4, struct args)
#define ZAP _IOW('m', 5, struct args)
#define LOOK _IOWR('m', 6, struct args)
#define FAIL _IOW('m', 7, struct args)
#define PEEK _IOWR('m', 8, struct args)
#define POKE _IOW('m', 9, struct args)
#define PIN _IOW('m', 10, struct args)
#define PIN_READ _IOWR('m', 11, struct args)
#define PIN_WRITE _IOW('m', 12, struct args)
#define UNPIN _IO('m', 13)
#define KEEP_MM _IO('m', 14)
#define ASK_MM _IOR('m', 15, struct args)
#define DROP_OBJECT _IO('m', 16)
#endif
