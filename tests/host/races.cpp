// SPDX-License-Identifier: GPL-2.0
// That the build for the thread sanitizer finds what is not ordered, although here it always goes well.
//
// sources: src/*.cpp
// sanitizers: thread
//
// dies count_without_a_lock: ThreadSanitizer: data race
// dies message_without_release: ThreadSanitizer: data race
// dies message_without_acquire: ThreadSanitizer: data race
// dies two_locks_for_one: ThreadSanitizer: data race
#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>

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

} // namespace

extern "C" int main(int, char** argv)
{
    const char* name = argv[1];
    if (__builtin_strcmp(name, "count_without_a_lock") == 0)
        count_without_a_lock();
    if (__builtin_strcmp(name, "message_without_release") == 0)
        send(Relaxed, Acquire);
    if (__builtin_strcmp(name, "message_without_acquire") == 0)
        send(Release, Relaxed);
    if (__builtin_strcmp(name, "two_locks_for_one") == 0)
        two_locks_for_one();
    return 0;
}
