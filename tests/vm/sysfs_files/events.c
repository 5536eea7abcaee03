// SPDX-License-Identifier: GPL-2.0
/* Listens to the kernel's events as udev does, while folders of kset_events.ko come, change and go. */
#include "ktap.h"
#include <fcntl.h>
#include <sys/socket.h>
#include <linux/netlink.h>
#include <unistd.h>

#define CONTROL "/sys/module/kset_events/control/"
#define SLOTS "/sys/kernel/keel-slots/"

static int events;
static char event[8192];
static ssize_t event_len;

/* Writes text in one go; returns 0 or errno. */
static int put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return errno;
	error = write(fd, text, strlen(text)) < 0 ? errno : 0;
	close(fd);
	return error;
}

/* The next event below the set, or NULL if there is none: the part before its variables, as "add@/kernel/...". */
static const char *next_event(void)
{
	for (;;) {
		event_len = recv(events, event, sizeof(event) - 1, MSG_DONTWAIT);
		if (event_len < 0)
			return NULL;
		event[event_len] = '\0';
		if (strstr(event, "@/kernel/keel-slots"))
			return event;
	}
}

/* Whether the next event is what `header` says. */
static bool is_next(const char *header)
{
	const char *got = next_event();

	if (!got || strcmp(got, header))
		diag("%s, not %s", got ? got : "no event", header);
	return got && !strcmp(got, header);
}

/* The value of a variable of the event, or NULL; the last of that name. */
static const char *value_of(const char *name)
{
	const char *found = NULL;

	for (const char *at = event; at < event + event_len; at += strlen(at) + 1)
		if (!strncmp(at, name, strlen(name)) && at[strlen(name)] == '=')
			found = at + strlen(name) + 1;
	return found;
}

static bool says(const char *name, const char *value)
{
	const char *got = value_of(name);

	if (!got || strcmp(got, value))
		diag("%s=%s, not %s", name, got ? got : "(none)", value);
	return got && !strcmp(got, value);
}

static void members_are_announced(void)
{
	CHECK_EQ(put(CONTROL "slot", "first\n"), 0, "a member comes");
	CHECK(is_next("add@/kernel/keel-slots/first"), "user space is told that it is there");
	CHECK(says("ACTION", "add") && says("DEVPATH", "/kernel/keel-slots/first"), "and where");
	CHECK(says("SUBSYSTEM", "keel-slots"), "the subsystem is the name of the set");
	CHECK(says("SLOT", "0") && says("LEVEL", "0x0"), "it says what the driver adds");
	CHECK(value_of("SEQNUM") != NULL, "and has a number");
	CHECK_EQ(put(SLOTS "first/level", "5"), 0, "it changes");
	CHECK(is_next("change@/kernel/keel-slots/first"), "user space is told of a change");
	CHECK(says("SLOT", "0") && says("LEVEL", "0x5"), "with how it is now");
	CHECK_EQ(put(CONTROL "slot", "-"), 0, "it goes");
	CHECK(is_next("remove@/kernel/keel-slots/first"), "user space is told that it goes");
	CHECK(says("SLOT", "0") && says("LEVEL", "0x5"), "with how it was");
	CHECK(!next_event(), "and of nothing else");
	CHECK_EQ(put(CONTROL "slot", "second\n"), 0, "another one comes");
	CHECK(is_next("add@/kernel/keel-slots/second"), "user space is told of it");
	CHECK(says("SLOT", "1"), "with its own variables");
}

static void parts_have_events(void)
{
	CHECK_EQ(put(CONTROL "part", "x"), 0, "a folder below a member tells something");
	CHECK(is_next("online@/kernel/keel-slots/second/part"), "user space is told");
	CHECK(says("PART", "yes") && !value_of("SLOT"), "with the variables of that folder, not the member's");
	CHECK_EQ(put(CONTROL "plain", "x"), 0, "one that has no variables does, too");
	CHECK(is_next("offline@/kernel/keel-slots/second/plain"), "user space is told");
	CHECK(!value_of("PART") && !value_of("SLOT"), "and nothing is added");
}

static void too_much_is_refused(void)
{
	static const char *const levels[] = {"1400", "1800", "2048", "1000000"};
	int refused = 0;

	for (int i = 0; i < 4; i++) {
		char path[] = SLOTS "second/level";
		int error = put(path, levels[i]);

		refused += error == ENOMEM;
		if (error)
			CHECK(!next_event(), "then nobody is told anything");
		else
			CHECK(is_next("change@/kernel/keel-slots/second") && value_of("SEQNUM"), "what fits is told");
	}
	CHECK_EQ(refused, 3, "what does not fit is ENOMEM");
	put(SLOTS "second/level", "0");
	CHECK(is_next("change@/kernel/keel-slots/second"), "it can say less again");
	CHECK_EQ(put(SLOTS "second/quiet", "1"), 0, "a member may refuse");
	CHECK_EQ(put(SLOTS "second/level", "3"), ECANCELED, "its error is the event's");
	CHECK(!next_event(), "and there is none");
	CHECK_EQ(put(CONTROL "slot", "-"), 0, "it goes");
	CHECK(!next_event(), "without a word");
	CHECK_EQ(access(SLOTS "second", F_OK), -1, "but it does go");
}

static void names_are_taken(void)
{
	CHECK_EQ(put(CONTROL "again", "x"), EEXIST, "a second set of the same name is refused");
	CHECK_EQ(put(CONTROL "slot", "\n"), EINVAL, "a member needs a name");
	CHECK_EQ(put(CONTROL "slot", "third"), 0, "after that a member comes");
	CHECK(is_next("add@/kernel/keel-slots/third"), "and user space is told");
	CHECK_EQ(put(CONTROL "slot", "-"), 0, "and goes");
}

int main(void)
{
	struct sockaddr_nl all = {.nl_family = AF_NETLINK, .nl_groups = 1};

	events = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT);
	REQUIRE(events >= 0 && !bind(events, (struct sockaddr *)&all, sizeof(all)), "events can be heard");
	members_are_announced();
	parts_have_events();
	too_much_is_refused();
	names_are_taken();
	return ktap_done();
}
