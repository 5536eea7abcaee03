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

/// Runs everything with the n-th allocation failing, for every n that there is; returns the first n that went wrong.
unsigned fail_each_allocation()
{
    for (unsigned n = 1;; n++) {
        fake::fail_allocation(n);
        fake::show_log(false);
        const bool passed = test::run_all(Span(suites)) == 0 && leaves_nothing();
        fake::show_log(true);
        if (!passed)
            return n;
        if (fake::allocations_tried() < n)
            return 0;
    }
}

} // namespace

// Freestanding code has no special main.
extern "C" int main()
{
    usize failures = test::run_all(Span(suites));
    const bool clean = leaves_nothing();
    test::report<"# leaves no memory and no lock: {}\n">(clean);
    const unsigned failed_at = fail_each_allocation();
    test::report<"# with each allocation failing in turn, first failure at: {} (0: none)\n">(failed_at);
    return failures == 0 && clean && failed_at == 0 ? 0 : 1;
}
