// SPDX-License-Identifier: GPL-2.0
/*
 * Does at random, from many processes at once, what can be done to files; says what was answered, and tests that only
 * allowed errors were.
 *
 * usage: storm [-t SECONDS] [-n CALLS] [-p PROCESSES] [-s SEED] [-i NUMBER,...] [-e ERRNO,...] FILE...
 *
 *   -t  for how long (LOAD_SECONDS of the environment, or 2)
 *   -n  ioctl calls and nothing else, this many from all processes together, instead of a time
 *   -p  processes (8)
 *   -s  seed: each process does the same again (1)
 *   -i  the files' ioctl numbers, as C writes them: these are asked for most, and others
 *   -e  errors, by their names, that the files document besides those which the kernel answers for any file
 *
 * Pointers are good ones, ones to memory that cannot be written, ranges that end in the middle, and nonsense; sizes and
 * offsets go to the limits. What blocks is interrupted by a signal. Most files are a process's own, some are shared by all.
 */
#define _GNU_SOURCE
#include "ktap.h"
#include "storm_ops.h"
#include <getopt.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static struct {
	int seconds, processes;
	long calls;
	unsigned long seed;
	int extra[32], extras;
} asked = {.processes = 8, .seed = 1};

static void usage(const char *wrong)
{
	if (wrong)
		fprintf(stderr, "storm: %s\n", wrong);
	fprintf(stderr, "usage: storm [-t SECONDS] [-n CALLS] [-p PROCESSES] [-s SEED] [-i NUMBER,...] [-e ERRNO,...] "
	                "FILE...\n");
	exit(2);
}

static int errno_of(const char *name)
{
	for (int code = 1; code < ERRNOS; code++)
		if (strerrorname_np(code) && !strcmp(strerrorname_np(code), name))
			return code;
	usage("-e takes names of errors, EIO,EBUSY");
	return 0;
}

static void options(int argc, char **argv)
{
	const char *load = getenv("LOAD_SECONDS");
	char *word;
	int option;

	asked.seconds = load ? atoi(load) : 2;
	while ((option = getopt(argc, argv, "t:n:p:s:i:e:")) != -1) {
		if (option == 't')
			asked.seconds = atoi(optarg);
		else if (option == 'n')
			asked.calls = atol(optarg);
		else if (option == 'p')
			asked.processes = atoi(optarg);
		else if (option == 's')
			asked.seed = strtoul(optarg, NULL, 0);
		else if (option == 'i')
			for (word = strtok(optarg, ","); word && known_ioctls < MAX_IOCTLS; word = strtok(NULL, ","))
				known_ioctl[known_ioctls++] = (unsigned)strtoul(word, NULL, 0);
		else if (option == 'e')
			for (word = strtok(optarg, ","); word && asked.extras < 32; word = strtok(NULL, ","))
				asked.extra[asked.extras++] = errno_of(word);
		else
			usage(NULL);
	}
	paths = argv + optind;
	path_count = argc - optind;
	if (!path_count)
		usage("no file to do it to");
	if (asked.processes < 1 || (asked.seconds < 1 && asked.calls < 1))
		usage("no time or no process to do it with");
}

/* One process of the storm: until its time or its calls are up. */
static void rage(int index)
{
	struct timespec now, end;
	long left = asked.calls / asked.processes + 1;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	random_seed(asked.seed * 1000 + (unsigned long)index);
	storm_begin();
	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += asked.seconds;
	do {
		for (int i = 0; i < 16; i++)
			storm_step(asked.calls ? "ioctl" : NULL);
		left -= 16;
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (asked.calls ? left > 0
	                     : now.tv_sec < end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec < end.tv_nsec));
	exit(0);
}

/* Waits for all and says from time to time that it goes on; returns how many ended as they should. */
static int wait_for_all(void)
{
	int good = 0, running = asked.processes, status;
	long said = 0;

	while (running) {
		pid_t pid = waitpid(-1, &status, WNOHANG);

		if (pid < 0)
			break;
		if (pid == 0) {
			usleep(100000);
			if (++said % 100 == 0)
				diag("%lu calls so far", tally_calls());
			continue;
		}
		running--;
		good += WIFEXITED(status) && WEXITSTATUS(status) == 0;
		if (!WIFEXITED(status) || WEXITSTATUS(status))
			diag("process %d ended with status %#x", pid, status);
	}
	return good;
}

static bool allowed(const struct operation *operation, int code)
{
	for (int i = 0; i < 16 && operation->errors[i]; i++)
		if (operation->errors[i] == code)
			return true;
	for (int i = 0; i < asked.extras; i++)
		if (asked.extra[i] == code)
			return true;
	return false;
}

/* What one operation was answered, on one line; returns whether only what is allowed. */
static bool report(int which)
{
	const struct operation *operation = &operations[which];
	char line[512], wrong[256] = "";
	int at = snprintf(line, sizeof(line), "%s: %lu done", operation->name, tally->answers[which][0]);

	for (int code = 1; code < ERRNOS; code++) {
		unsigned long times = tally->answers[which][code];

		if (!times)
			continue;
		if (at < (int)sizeof(line) - 40)
			at += snprintf(line + at, sizeof(line) - (size_t)at, ", %s %lu", strerrorname_np(code), times);
		if (!allowed(operation, code) && strlen(wrong) < sizeof(wrong) - 20)
			strcat(strcat(wrong, " "), strerrorname_np(code));
	}
	if (tally_of(which))
		diag("%s", line);
	if (wrong[0])
		diag("%s must not answer:%s", operation->name, wrong);
	return !wrong[0];
}

int main(int argc, char **argv)
{
	bool only_allowed = true;
	int good;

	options(argc, argv);
	tally_make();
	diag("seed %lu, %d processes on %s%s", asked.seed, asked.processes, paths[0],
	     path_count > 1 ? " and others" : "");
	fflush(stdout);
	storm_share();
	for (int i = 0; i < asked.processes; i++)
		if (fork() == 0)
			rage(i);
	good = wait_for_all();
	CHECK_EQ(good, asked.processes, "every process of the storm comes to its end");
	for (int which = 0; which < operation_count(); which++)
		only_allowed &= report(which);
	ok(only_allowed, "every error is one that is documented");
	CHECK(tally_calls() >= (asked.calls ? (unsigned long)asked.calls : 100), "there was a storm");
	CHECK(tally->opened > 0, "files opened");
	return ktap_done();
}
