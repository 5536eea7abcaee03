// SPDX-License-Identifier: GPL-2.0
// Runs the suites of tests/vm in user space: once as they are, then with each single allocation failing in turn.
//
// sources: tests/vm/*/*.cpp src/*.cpp
#include "../vm/suites.hpp"
#include "fake/fake.hpp"

using namespace keel;

namespace {

/// Whether a run left what it should: nothing.
bool leaves_nothing() { return fake::allocations_alive() == 0 && fake::locks_held() == 0; }

/// Runs `suite` with the n-th allocation failing, for every n that there is; returns the first n that went wrong.
unsigned fail_each_allocation(const test::Suite& suite)
{
    for (unsigned n = 1;; n++) {
        fake::fail_allocation(n);
        fake::show_log(false);
        const bool passed = suite.run(1) == 0 && leaves_nothing();
        fake::show_log(true);
        if (!passed)
            return n;
        if (fake::allocations_tried() < n)
            return 0;
    }
}

/// The same for all suites, one after the other; whether all went well. Says nothing about threads.
bool fail_each_allocation()
{
    bool all = true;
    for (const test::Suite* suite : suites) {
        const unsigned n = __has_feature(thread_sanitizer) ? 0 : fail_each_allocation(*suite);
        if (n != 0)
            test::report<"# {}: goes wrong when allocation {} fails\n">(suite->name, n);
        all = all && n == 0;
    }
    return all;
}

} // namespace

// Freestanding code has no special main.
extern "C" int main()
{
    usize failures = test::run_all(Span(suites));
    const bool clean = leaves_nothing();
    test::report<"# leaves no memory and no lock: {}\n">(clean);
    const bool bears_failures = fail_each_allocation();
    test::report<"# with each allocation failing in turn: {}\n">(bears_failures);
    return failures == 0 && clean && bears_failures ? 0 : 1;
}
