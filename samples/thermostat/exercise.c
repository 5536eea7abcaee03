// SPDX-License-Identifier: GPL-2.0
/* Uses the thermostat as a program does that has read thermostat.h. */
#include "ktap.h"
#include "thermostat.h"
#include <fcntl.h>
#include <limits.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Volatile, or the compiler knows it, too. */
static void *volatile nowhere = (void *)16;

static struct thermostat_reading fed(int fd, int temperature)
{
	struct thermostat_reading reading = {.temperature = temperature, .is_heating = 7, .number = 7};

	CHECK_EQ(ioctl(fd, THERMOSTAT_FEED, &reading), 0, "a reading is taken");
	return reading;
}

static void heats(int fd)
{
	struct thermostat_reading reading = fed(fd, 200);

	CHECK_EQ(reading.number, 0, "it is the first");
	CHECK_EQ(reading.is_heating, 0, "between the limits nothing changes");
	CHECK_EQ(fed(fd, 189).is_heating, 1, "below the lower one the heating goes on");
	CHECK_EQ(fed(fd, 210).is_heating, 1, "and stays on up to the upper one");
	CHECK_EQ(fed(fd, 211).is_heating, 0, "above which it goes off");
	CHECK_EQ(ioctl(fd, THERMOSTAT_CORRECT, -30l), 0, "a sensor can be corrected, by a plain number");
	reading = fed(fd, 211);
	CHECK_EQ(reading.temperature, 181, "which shows in what is answered");
	CHECK_EQ(reading.is_heating, 1, "and counts");
	CHECK_EQ(reading.number, 4, "readings are counted");
}

static void totals(int fd)
{
	struct thermostat_total total = {-1, -1};

	CHECK_EQ(ioctl(fd, THERMOSTAT_TOTAL, &total), 0, "there is a total");
	CHECK_EQ(total.readings, 5, "of readings");
	CHECK_EQ(total.switched, 2, "and of how often it was switched on");
	CHECK_EQ(ioctl(fd, THERMOSTAT_RESET, NULL), 0, "it can be reset");
	CHECK_EQ(ioctl(fd, THERMOSTAT_TOTAL, &total), 0, "there is a total after that");
	CHECK_EQ(total.readings + total.switched, 0, "of nothing");
}

static void refuses(int fd)
{
	struct thermostat_range range = {.low = 5, .high = 4}, got = {0, 0};
	struct thermostat_reading reading = {.temperature = INT_MIN};

	CHECK_ERRNO(ioctl(fd, THERMOSTAT_SET_RANGE, &range), EINVAL, "a range upside down is refused");
	CHECK_EQ(ioctl(fd, THERMOSTAT_RANGE, &got), 0, "the range can be read");
	CHECK(got.low == 190 && got.high == 210, "and is what it was");
	CHECK_ERRNO(ioctl(fd, THERMOSTAT_FEED, &reading), ERANGE, "what is colder than possible is refused");
	CHECK_EQ(reading.temperature, INT_MIN, "and nothing is answered then");
	CHECK_ERRNO(ioctl(fd, THERMOSTAT_CORRECT, 101l), EINVAL, "a correction beyond reason is refused");
	CHECK_ERRNO(ioctl(fd, THERMOSTAT_SET_RANGE, nowhere), EFAULT, "a range from nowhere is refused");
	CHECK_ERRNO(ioctl(fd, THERMOSTAT_FEED, nowhere), EFAULT, "a reading from nowhere is refused");
	CHECK_ERRNO(ioctl(fd, THERMOSTAT_TOTAL, nowhere), EFAULT, "a total to nowhere is refused");
	CHECK_ERRNO(ioctl(fd, _IO('t', 0xff), NULL), ENOTTY, "a command that is not in the table is refused");
	CHECK_ERRNO(ioctl(fd, _IOR('t', 0xa2, char), &got), ENOTTY, "and one with another size is not in it");
}

int main(void)
{
	int fd = open("/dev/keel-thermostat", O_RDWR);

	REQUIRE(fd >= 0, "the device opens");
	heats(fd);
	totals(fd);
	refuses(fd);
	close(fd);
	return ktap_done();
}
