// SPDX-License-Identifier: GPL-2.0
// What happens later: one list of it, by time, and the clock that it goes by. See fake.hpp for when it runs.
#include "fake.hpp"

#include <bindings/time.hpp>

#include <algorithm>
#include <vector>

namespace bindings {

volatile unsigned long jiffies;

} // namespace bindings

namespace {

struct Event {
    unsigned long long when;
    void* key;
    void (*run)(void*);
};

/// As long after the start as a machine is up when a module is loaded.
unsigned long long clock_nanos = 5'000'000'000;
std::vector<Event> events; // in the order in which they run

/// Lets it be `nanos`, if that is still to come.
void go_on_to(unsigned long long nanos)
{
    clock_nanos = std::max(clock_nanos, nanos);
    bindings::jiffies = static_cast<unsigned long>(clock_nanos) / (1'000'000'000 / bindings::HZ);
}

auto find(const void* key)
{
    return std::find_if(events.begin(), events.end(), [key](const Event& event) { return event.key == key; });
}

} // namespace

namespace fake {

unsigned long long now() { return clock_nanos; }

bool run_next(unsigned long long limit)
{
    if (events.empty() || events.front().when > limit)
        return false;
    const Event next = events.front();
    events.erase(events.begin());
    go_on_to(next.when);
    next.run(next.key);
    go_on_to(clock_nanos + 1'000); // nothing takes no time: what starts itself again does not stop the clock
    return true;
}

bool later(unsigned long long delay, void* key, void (*run)(void*))
{
    if (is_waiting(key))
        return false;
    const unsigned long long when = clock_nanos + std::min(delay, ~0ull - clock_nanos);
    const auto after =
        std::find_if(events.begin(), events.end(), [when](const Event& event) { return event.when > when; });
    events.insert(after, {when, key, run});
    return true;
}

bool withdraw(const void* key)
{
    const auto found = find(key);
    if (found == events.end())
        return false;
    events.erase(found);
    return true;
}

bool is_waiting(const void* key) { return find(key) != events.end(); }

void sleep(unsigned long long nanos)
{
    const unsigned long long end = clock_nanos + nanos;
    while (run_next(end))
        ;
    go_on_to(end);
}

void spin(unsigned long long nanos) { go_on_to(clock_nanos + nanos); }

void wait_until(bool (*done)(const void*), const void* what)
{
    while (!done(what))
        if (!run_next(~0ull))
            die("a thread waits for what will never happen");
}

} // namespace fake
