// SPDX-License-Identifier: GPL-2.0
// Threads, as far as the scheduler knows them: their state, signals, sleeping and waking.
#pragma once

#include <time.h>

namespace fake {

struct Task;

/// Whether a signal ends the sleep of this thread in `state`.
bool is_interrupted(unsigned state);

/// Wakes a task if it sleeps in one of the states of `mode`; says whether.
bool wake(Task* task, unsigned mode);

/// When a wait ends at the latest: by the clock of the fake kernel, or the real one if there are several threads.
class Deadline {
public:
    explicit Deadline(unsigned long ticks);

    timespec at() const;

    /// The ticks that are left; as many as at first if they were nearly endless.
    unsigned long left() const;

    /// For a thread that is alone: runs what comes next, and says whether there was something before the end. Ends the
    /// program if there will be neither.
    bool let_others_run() const;

private:
    unsigned long ticks_;
    unsigned long long end_;
};

} // namespace fake
