# SPDX-License-Identifier: GPL-2.0
"""Finds what is wrong in a kernel log."""

import re

TIMESTAMP = re.compile(r"^(?:<\d+>)?\[ *\d+\.\d+\](?:\[ *[TC]\d+\])? ?")

# First lines of a complaint: (pattern, what to call it).
COMPLAINTS = [(re.compile(pattern), what) for pattern, what in [
    (r"Kernel panic - not syncing", "kernel panic"),
    (r"(BUG: unable to handle|general protection fault|Oops(:| -)|invalid opcode: \d|kernel NULL pointer|"
     r"stack segment: )", "kernel oops"),
    (r"kernel BUG at ", "BUG"),
    (r"BUG: scheduling while atomic|sleeping function called from invalid context", "sleeping in atomic context"),
    (r"BUG: (soft lockup|workqueue lockup)|watchdog: .*hard LOCKUP", "lockup"),
    (r"rcu: INFO: .*(stall|expedited)|RCU.*stall", "RCU stall"),
    (r"blocked for more than \d+ seconds", "hung task"),
    (r"(possible recursive locking|circular locking dependency|inconsistent lock state|suspicious RCU usage|"
     r"bad unlock balance|held lock freed|lock held when returning|irq lock inversion|invalid wait context)",
     "lockdep"),
    (r"\[ *ftrace bug *\]|ftrace failed to", "ftrace bug"),
    (r"WARNING: (CPU|.* at )", "WARN"),
    (r"(BUG |BUG: |=+ BUG)", "BUG"),
    (r"(KASAN|KCSAN|KFENCE|UBSAN|ODEBUG):", "sanitizer report"),
    (r"(still has objects|[Oo]bjects remaining|unreferenced object|\bleak(ed|s)?\b(?! detector init))", "leak"),
    (r"(Out of memory|invoked oom-killer|page allocation failure|oom-kill:)", "out of memory"),
    (r"(refcount_t: |list_(add|del) corruption|usercopy: |Poison overwritten|Redzone|[Dd]ouble free)",
     "memory corruption"),
    (r"(Unknown symbol|disagrees about version|Unknown rela relocation|Exec format error|invalid module format)",
     "module does not fit the kernel"),
    (r"sysfs: cannot create duplicate|kobject_add_internal failed|tried to init an initialized object",
     "kobject misuse"),
    (r"printk messages dropped", "lost log lines"),
    (r"Internal error|Bad page (state|map)|double fault|stack-protector|traps: .* general protection", "kernel error"),
    (r"\bsegfault at |traps: .* trap ", "user program crashed"),
    (r"Call Trace:", "call trace"),
]]

TEST_LINE = re.compile(r"^\s*((not )?ok \d|# |K?TAP version|keel-vm: )")

# Complaints that end the guest or make all that follows worthless.
FATAL = {"kernel panic", "kernel oops", "lockup", "RCU stall", "hung task"}

# A complaint's own later lines, which are not further complaints.
CONTINUATION = re.compile(
    r"^($| |\t|#|<|0x|FIX |Bytes b4|CPU: |Hardware name: |Workqueue: |RIP: |RSP: |R[A-D]X: |R[0-9S1][A-Z0-9]: |"
    r"FS: |CS: |CR2: |DR\d: |PKRU|"
    r"Code: |Call Trace:|RAX|RDX|RBP|R08|R10|R13|Modules linked in|---\[|====|-----|PGD |Oops: |Tainted|Kernel panic|"
    r"Kernel Offset|WARNING: |BUG: |kernel BUG|Rebooting|Slab 0x|Object 0x|Allocated in|Freed in|Redzone|Padding|"
    r"note: |CR2|unwind|Unwind|#PF|invalid opcode|Last unloaded)")


def strip(line):
    """A console line without its time stamp."""
    return TIMESTAMP.sub("", line.rstrip("\r\n"))


def complaint(text):
    """What kind of complaint a log line is, or None. Test output is none, whatever a test is called."""
    if TEST_LINE.match(text):
        return None
    for pattern, what in COMPLAINTS:
        if pattern.search(text):
            return what
    return None


class Report:
    """A complaint: its kind, its first telling line, where it is in the log, and what the trap said that led to it."""

    def __init__(self, kind, first, begin, end, trap=None):
        self.kind, self.first, self.begin, self.end, self.trap = kind, first, begin, end, trap

    def __str__(self):
        return f"trap: {self.trap}" if self.trap else f"{self.kind}: {self.first}"


# What src/trap.cpp says before it stops the task, which the kernel reports as an oops.
TRAP = re.compile(r"^keel: (.* at \S+:\d+)$")
NUMBERED = re.compile(r"\[#\d+\]")  # the first line of an oops


def trap(lines, index):
    """What was said before the complaint at this line, if that is how a trap ends."""
    said = TRAP.match(lines[index - 1]) if index else None
    return said[1] if said and "invalid opcode" in lines[index] else None


def complaints(lines):
    """All complaints in (stripped) lines; the lines that belong to one are part of it."""
    reports = []
    for index, line in enumerate(lines):
        kind = complaint(line)
        last = reports[-1] if reports else None
        joined = last is not None and last.end == index
        if joined and (CONTINUATION.match(line) or kind == "call trace"):
            last.end = index + 1
        elif kind and not (joined and kind == last.kind):
            reports.append(Report(kind, line.strip(), index, index + 1, trap(lines, index)))
    return reports


def traps(lines, reports):
    """What the traps say, in order, and the reports that are none."""
    found, others = [], []
    for report in reports:
        oopses = [line for line in lines[report.begin:report.end] if NUMBERED.search(line)]
        if report.trap and len(oopses) == 1:
            found.append(report.trap)
        else:
            report.trap = None  # another oops came within it: that one tells more
            others.append(report)
    return found, others


# Lines of a complaint that tell a person nothing: registers, bytes of code, frames the unwinder only guesses.
NOISE = re.compile(r"^(R[A-DS][XI]: |R[BS]P: |RDI: |RIP: 0033|R\d\d: |[FC]S: |CR\d: |DR\d: |PKRU: |Code: |"
                   r"  ?\? |  ?</?TASK>|Hardware name)")


def excerpt(lines, reports, before=4, limit=40):
    """The first report and the lines that lead to it, without the noise."""
    if not reports:
        return []
    first = reports[0]
    begin = max(0, first.begin - before)
    end = max(first.end, begin + 12)
    return [line for line in lines[begin:end] if not NOISE.match(line)][:limit]
