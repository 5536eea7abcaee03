/* SPDX-License-Identifier: GPL-2.0 */
// clang-format Language: C
/*
 * Test output (KTAP) for user-space programs that exercise a module.
 *
 *	int main(void)
 *	{
 *		int fd = open("/dev/echo", O_RDWR);
 *
 *		CHECK(fd >= 0, "the device opens");
 *		CHECK_EQ(write(fd, "abc", 3), 3, "a write takes all it is given");
 *		CHECK_ERRNO(ioctl(fd, 0xdead), ENOTTY, "an unknown ioctl is refused");
 *		return ktap_done();
 *	}
 *
 * Each check is one test; its sentence says what is true when it passes. ktap_done() prints the plan: a program that
 * ends early has none, and so fails.
 */
#ifndef KEEL_KTAP_H
#define KEEL_KTAP_H
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int ktap_tests, ktap_failures;
static bool ktap_begun;

static inline void ktap_begin(void)
{
	if (!ktap_begun) {
		setvbuf(stdout, NULL, _IOLBF, 0);
		printf("KTAP version 1\n");
	}
	ktap_begun = true;
}

/* A line for the reader, shown when the next test fails. */
static inline __attribute__((format(printf, 1, 2), unused)) void diag(const char *format, ...)
{
	va_list args;

	ktap_begin();
	printf("# ");
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
}

/* One test. Returns whether it passed, so that what needs it can be left out. */
static inline bool ok(bool passed, const char *sentence)
{
	ktap_begin();
	printf("%sok %d - %s\n", passed ? "" : "not ", ++ktap_tests, sentence);
	ktap_failures += !passed;
	return passed;
}

static inline __attribute__((unused)) void skip(const char *sentence, const char *reason)
{
	ktap_begin();
	printf("ok %d - %s # SKIP %s\n", ++ktap_tests, sentence, reason);
}

static inline bool ktap_check(bool passed, int error, const char *where, int line, const char *text,
                              const char *sentence)
{
	if (!passed)
		diag("%s:%d: %s is false (errno %d: %s)", where, line, text, error, strerror(error));
	return ok(passed, sentence);
}

static inline __attribute__((unused)) bool ktap_equal(long long actual, long long expected, int error,
                                                      const char *where, int line, const char *text,
                                                      const char *sentence)
{
	if (actual != expected)
		diag("%s:%d: %s is %lld, expected %lld (errno %d: %s)", where, line, text, actual, expected, error,
		     strerror(error));
	return ok(actual == expected, sentence);
}

static inline __attribute__((unused)) bool ktap_errno(long long returned, int error, int expected, const char *where,
                                                      int line, const char *text, const char *sentence)
{
	bool passed = returned == -1 && error == expected;

	if (!passed)
		diag("%s:%d: %s returned %lld with errno %d (%s), expected -1 with %d (%s)", where, line, text,
		     returned, error, strerror(error), expected, strerror(expected));
	return ok(passed, sentence);
}

#define CHECK(condition, sentence)                                                                                     \
	({                                                                                                             \
		errno = 0;                                                                                             \
		bool ktap_result_ = (condition);                                                                       \
		ktap_check(ktap_result_, errno, __FILE_NAME__, __LINE__, #condition, sentence);                        \
	})

#define CHECK_EQ(actual, expected, sentence)                                                                           \
	({                                                                                                             \
		errno = 0;                                                                                             \
		long long ktap_actual_ = (long long)(actual);                                                          \
		ktap_equal(ktap_actual_, (long long)(expected), errno, __FILE_NAME__, __LINE__, #actual, sentence);    \
	})

/* The call fails: returns -1 and sets errno to `expected`. */
#define CHECK_ERRNO(call, expected, sentence)                                                                          \
	({                                                                                                             \
		errno = 0;                                                                                             \
		long long ktap_returned_ = (long long)(call);                                                          \
		ktap_errno(ktap_returned_, errno, (expected), __FILE_NAME__, __LINE__, #call, sentence);               \
	})

/* Ends the program when it cannot go on; what was not tested is then missing, and the program fails. */
#define REQUIRE(condition, sentence)                                                                                   \
	do {                                                                                                           \
		if (!CHECK(condition, sentence))                                                                       \
			exit(1);                                                                                       \
	} while (0)

/* Prints the plan; the exit status of the program. */
static inline __attribute__((unused)) int ktap_done(void)
{
	ktap_begin();
	printf("1..%d\n", ktap_tests);
	return ktap_failures ? 1 : 0;
}
#endif
