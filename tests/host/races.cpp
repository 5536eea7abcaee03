// SPDX-License-Identifier: GPL-2.0
// That the build for the thread sanitizer finds what is not ordered, although here it always goes well.
//
// sources: src/*.cpp
// sanitizers: thread
//
// dies as it lists
#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>

#include "deaths.hpp"
#include "fake/fake.hpp"

using namespace keel;

namespace {

u32 plain = 0;

void count_without_a_lock()
{
    fake::run_threads(2, [](unsigned) { plain++; });
}

/// One thread writes and says so, in the order `given`; the other looks in the order `taken`, and reads.
template <class Given, class Taken> void send(Given given, Taken taken)
{
    const Atomic<bool> sent;
    fake::run_threads(2, [&](unsigned number) {
        if (number == 0) {
            plain = 7;
            sent.store(true, given);
            return;
        }
        while (!sent.load(taken))
            barrier();
        plain++;
    });
}

void two_locks_for_one()
{
    const SpinLock<u32> one;
    const Mutex<u32> other;
    fake::run_threads(2, [&](unsigned number) {
        if (number == 0) {
            auto guard = one.lock();
            plain++;
            return;
        }
        auto guard = other.lock();
        plain++;
    });
}

void message_without_release() { send(Relaxed, Acquire); }
void message_without_acquire() { send(Release, Relaxed); }

constexpr Death deaths[] = {
    DEATH(count_without_a_lock, "ThreadSanitizer: data race"),
    DEATH(message_without_release, "ThreadSanitizer: data race"),
    DEATH(message_without_acquire, "ThreadSanitizer: data race"),
    DEATH(two_locks_for_one, "ThreadSanitizer: data race"),
};

} // namespace

extern "C" int main(int argc, char** argv) { return die_as_told(deaths, argc, argv); }
