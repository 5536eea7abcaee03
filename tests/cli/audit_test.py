# SPDX-License-Identifier: GPL-2.0
"""./keel check --context-audit: finds the sleeps that the checker by design cannot see, with the calls that lead to them,
and nothing in what is right."""

from support import ROOT, keel, refused, scratch, succeeded

MAKEFILE = f"obj-m := two.o\ntwo-y := main.o part.o\nKEEL ?= {ROOT}\ninclude $(KEEL)/kbuild/module.mk\n"
# The driver says in UNSAFE that C never sleeps, which the checker has to believe.
MAIN = """
#include <keel/prelude.hpp>

using namespace keel;

extern "C" {
KEEL_ANY_CONTEXT int part(int seconds);
void part_start();
}

class Two {
public:
    SpinLock<int> seconds;

    static Two init(Init<Two>&)
    {
        UNSAFE("takes its own locks, and no data of ours") { part_start(); }
        return {};
    }

    ~Two() { wait(); }

    void wait() const
    {
        auto guard = seconds.lock();
        UNSAFE("it says that it never sleeps") { *guard = part(*guard); }
    }
};

KEEL_MODULE(Two, .license = "GPL", .description = "two", .author = "The Keel authors");
"""
# What is different between the tests is `part`, called under the spinlock, and `part_start`, called under no lock.
PART = """
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(section);
static DEFINE_MUTEX(sleeper);
static struct timer_list timer;
void *kept;
int part(int seconds);
void part_start(void);

static noinline void wait_for_it(void)
{
	mutex_lock(&sleeper);
	kept = NULL;
	mutex_unlock(&sleeper);
}

static void tick(struct timer_list *unused)
{
	kept = kzalloc(16, %(tick_flags)s);
}

int part(int seconds)
{
	%(part)s
	return seconds + 1;
}

void part_start(void)
{
	unsigned long flags;

	timer_setup(&timer, tick, 0);
	spin_lock_irqsave(&section, flags);
	%(locked)s
	spin_unlock_irqrestore(&section, flags);
	%(unlocked)s
}
"""
# Sleeps where it may, and does not where it may not.
RIGHT = {"tick_flags": "GFP_ATOMIC", "part": "seconds++;", "locked": "kept = kmalloc(16, GFP_ATOMIC);",
         "unlocked": "wait_for_it(); msleep(10); kept = kmalloc(16, GFP_KERNEL);"}


def audited(**different):
    """What the audit of the module says: its findings, and its summary."""
    with scratch() as directory:
        folder = directory / "two"
        folder.mkdir()
        (folder / "Makefile").write_text(MAKEFILE)
        (folder / "main.cpp").write_text(MAIN)
        (folder / "part.c").write_text(PART % (RIGHT | different))
        result = keel("check", folder, "--context-audit")
        *findings, summary = result.stdout.replace(f"{folder}/", "").splitlines()
        assert summary.startswith("two: ") and result.returncode == (1 if findings else 0), result
        return findings, summary


def line_of(text, **different):
    """Where a text is in part.c."""
    lines = (PART % (RIGHT | different)).splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_audit_of_what_is_right():
    findings, summary = audited()
    assert findings == [] and "2 atomic sections and 1 callbacks" in summary, (findings, summary)


def test_audit_finds_a_sleep_behind_unsafe_and_c():
    findings, _ = audited(part="wait_for_it();")
    assert len(findings) == 1, findings
    assert findings[0].startswith(f"part.c:{line_of('wait_for_it();', part='wait_for_it();')}: may sleep in an atomic section: ")
    assert findings[0].endswith("Two::wait -> part -> wait_for_it -> mutex_lock"), findings


def test_audit_finds_a_sleep_in_a_section_of_c():
    findings, _ = audited(locked="wait_for_it();")
    assert len(findings) == 1 and findings[0].endswith("part_start -> wait_for_it -> mutex_lock"), findings


def test_audit_finds_an_allocation_that_waits():
    findings, _ = audited(locked="kept = kmalloc(16, GFP_KERNEL);")
    assert len(findings) == 1 and "part_start -> " in findings[0] and "kmalloc" in findings[0], findings


def test_audit_finds_a_sleep_in_a_callback():
    findings, _ = audited(tick_flags="GFP_KERNEL")
    assert len(findings) == 1 and findings[0].startswith(f"part.c:{line_of('kept = kzalloc')}: "), findings
    assert "may sleep in an atomic callback: tick -> " in findings[0], findings


def test_audit_follows_a_lock_that_another_function_takes():
    helpers = "take(); msleep(1); give();"
    with scratch() as directory:
        folder = directory / "two"
        folder.mkdir()
        (folder / "Makefile").write_text(MAKEFILE)
        (folder / "main.cpp").write_text(MAIN)
        (folder / "part.c").write_text((PART % (RIGHT | {"unlocked": helpers})).replace("static void tick", """
static noinline void take(void)
{
	spin_lock_bh(&section);
}

static noinline void give(void)
{
	spin_unlock_bh(&section);
}

static void tick"""))
        found = keel("check", folder, "--context-audit")
        assert found.stdout.count("may sleep") == 2 and "part_start -> msleep" in found.stdout, found.stdout


def test_audit_finds_nothing_in_the_samples():
    for sample in sorted((ROOT / "samples").glob("*/Makefile")):
        said = succeeded(keel("check", sample.parent, "--context-audit"))
        assert " 0 that may sleep" in said, said


def test_audit_of_bad_input():
    refused(keel("check", "--context-audit"), "--context-audit goes with the folder of a module")
    with scratch() as directory:
        refused(keel("check", "--context-audit", directory), "has no Makefile")
