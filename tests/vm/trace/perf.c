// SPDX-License-Identifier: GPL-2.0
// Counts and records a trace event of the module by perf_event_open, as the command perf does.
#include "ktap.h"
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EVENT "/sys/kernel/tracing/events/events/transfer/id"

static int perf_open(long long id)
{
	struct perf_event_attr attr = {
	    .type = PERF_TYPE_TRACEPOINT,
	    .size = sizeof(attr),
	    .config = (unsigned long long)id,
	    .sample_type = PERF_SAMPLE_RAW,
	    .sample_period = 1,
	    .disabled = 1,
	};

	return (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);
}

/* Reading the device emits three. */
static void emit(void)
{
	char byte;
	int fd = open("/dev/events", O_RDONLY);

	CHECK(fd >= 0 && read(fd, &byte, 1) == 0, "the device emits");
	close(fd);
}

static uint64_t counted(int fd)
{
	uint64_t count = 0;

	return read(fd, &count, sizeof(count)) == sizeof(count) ? count : ~0ULL;
}

/* The first record: its header, its length, then what the event's format describes. */
static void check_record(const unsigned char *page, size_t page_size)
{
	const unsigned char *at = page + page_size;
	struct perf_event_header header;
	uint64_t pos;
	int32_t delta;

	memcpy(&header, at, sizeof(header));
	CHECK_EQ(header.type, PERF_RECORD_SAMPLE, "the first record is a sample");
	at += sizeof(header) + sizeof(uint32_t);
	memcpy(&pos, at + 8, sizeof(pos));
	memcpy(&delta, at + 20, sizeof(delta));
	CHECK_EQ(pos, 1ULL << 40, "it has a number at the place that the format says");
	CHECK_EQ(delta, -5, "and one with a sign");
	CHECK(memcmp(at + 25, "somebod", 8) == 0, "and text");
}

int main(void)
{
	const size_t page_size = (size_t)sysconf(_SC_PAGESIZE);
	char text[32] = "";
	int id = open(EVENT, O_RDONLY);
	void *pages;
	int fd;

	CHECK(id >= 0 && read(id, text, sizeof(text) - 1) > 0, "the event has a number");
	close(id);
	fd = perf_open(atoll(text));
	CHECK(fd >= 0, "perf opens it");
	pages = mmap(NULL, 2 * page_size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	CHECK(pages != MAP_FAILED, "what it records is mapped");
	emit();
	CHECK_EQ(counted(fd), 0, "nothing is counted while it is off");
	CHECK_EQ(ioctl(fd, PERF_EVENT_IOC_ENABLE, 0), 0, "it is switched on");
	emit();
	CHECK_EQ(counted(fd), 3, "every event is counted");
	CHECK_EQ(ioctl(fd, PERF_EVENT_IOC_SET_FILTER, "bytes == 1"), 0, "it takes a filter");
	emit();
	CHECK_EQ(counted(fd), 4, "what passes it is counted");
	CHECK_EQ(ioctl(fd, PERF_EVENT_IOC_DISABLE, 0), 0, "it is switched off");
	emit();
	CHECK_EQ(counted(fd), 4, "and nothing after that");
	CHECK_EQ(((struct perf_event_mmap_page *)pages)->data_head % 8, 0, "records are whole");
	check_record(pages, page_size);
	munmap(pages, 2 * page_size);
	close(fd);
	return ktap_done();
}
