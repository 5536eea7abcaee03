// SPDX-License-Identifier: GPL-2.0
// Runs the suites of tests/vm in user space: once as they are, then with each single allocation of each case failing in
// turn.
//
// sources: src/*.cpp
// suites: tests/vm/*/*.cpp
#include "../vm/suites.hpp"
#include "fake/fake.hpp"

#include <bindings/sync.hpp>

using namespace keel;

namespace {

/// The fake kernel's allocations. What a run leaves, it should not.
struct Failures {
    static void fail(unsigned n) { fake::fail_allocation(n); }
    static unsigned tried() { return fake::allocations_tried(); }
    static unsigned after(unsigned n) { return n + 1; }
    static bool leaves_nothing()
    {
        bindings::rcu_barrier(); // what readers may still see is freed after that
        return fake::allocations_alive() == 0 && fake::locks_held() == 0;
    }
};

/// Runs all suites with each single allocation of each case failing in turn; whether all went well. Says nothing about
/// threads.
bool bear_failures()
{
    usize failures = 0;
    for (const test::Suite* suite : suites) {
        fake::show_log(false);
        const usize of_suite = __has_feature(thread_sanitizer) ? 0 : suite->run_failing<Failures>(1);
        fake::show_log(true);
        if (of_suite != 0)
            suite->run_failing<Failures>(1); // again, to show which
        failures += of_suite;
    }
    return failures == 0;
}

} // namespace

// Freestanding code has no special main.
extern "C" int main()
{
    const usize failures = test::run_all(Span(suites));
    const bool clean = Failures::leaves_nothing();
    test::report<"# leaves no memory and no lock: {}\n">(clean);
    const bool bears_failures = bear_failures();
    test::report<"# with each allocation failing in turn: {}\n">(bears_failures);
    return failures == 0 && clean && bears_failures ? 0 : 1;
}
