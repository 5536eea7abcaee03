// SPDX-License-Identifier: GPL-2.0
// Tests that run inside a module, and on the host against a fake kernel: cases, suites, and their report as KTAP.
// C documentation: Documentation/dev-tools/ktap.rst
#pragma once

#include <bindings/core.hpp>
#include <keel/core/print.hpp>

namespace keel::test {

/// A line of the report: plain, as KTAP readers expect it.
template <format::Literal text, class... Args> KEEL_INLINE void report(const Args&... args)
{
    print::emit<"\0016", text>(args...);
}

/// One running case: collects what went wrong.
class Test {
public:
    bool failed() const { return failed_; }

    /// Notes that `what` does not hold.
    [[gnu::noinline]] void fail(CStr what, CStr file, int line)
    {
        failed_ = true;
        report<"    # {}:{}: {}\n">(file, line, what);
    }

private:
    bool failed_ = false;
};

/// A case: its name is a sentence in snake_case.
struct KEEL_VIEW Case {
    CStr name;
    void (*run)(Test&);
};

/// Runs `passes()` with the n-th allocation failing, for every n that there is, or those that Failures chooses; returns
/// the first n with which it does not pass, or 0. Failures lets one fail and counts them: test::Failures in a module
/// (failing.hpp).
template <class Failures, class Passes> u32 fail_each_allocation(Passes passes)
{
    for (u32 n = 1;; n = Failures::after(n)) {
        Failures::fail(n);
        const bool passed = passes();
        const u32 tried = Failures::tried();
        Failures::fail(0);
        if (!passed)
            return n;
        if (tried < n)
            return 0;
    }
}

/// The cases of one header.
struct KEEL_VIEW Suite {
    CStr name;
    Span<const Case> cases;

    /// Runs the cases and reports them as KTAP subtest `number`; returns how many failed.
    usize run(usize number) const
    {
        return report_each(number, [](const Case& each) { return passes(each); });
    }

    /// The same with each single allocation of a case failing in turn: it passes if it always does.
    template <class Failures> usize run_failing(usize number) const
    {
        return report_each(number, [](const Case& each) {
            const u32 n =
                fail_each_allocation<Failures>([&each] { return passes(each) && Failures::leaves_nothing(); });
            if (n != 0)
                report<"    # goes wrong when allocation {} fails\n">(n);
            return n == 0;
        });
    }

private:
    static bool passes(const Case& each)
    {
        Test test;
        each.run(test);
        return !test.failed();
    }

    template <class Passes> usize report_each(usize number, Passes passes) const
    {
        usize failures = 0;
        report<"    KTAP version 1\n">();
        report<"    # Subtest: {}\n">(name);
        report<"    1..{}\n">(cases.len());
        for (usize i = 0; i < cases.len(); i++) {
            const bool passed = passes(cases[i]);
            failures += passed ? 0 : 1;
            report<"    {} {} {}\n">(CStr::from_raw(passed ? "ok" : "not ok"), i + 1, cases[i].name);
        }
        report<"{} {} {}\n">(CStr::from_raw(failures ? "not ok" : "ok"), number, name);
        return failures;
    }
};

/// Runs all suites and reports them as KTAP; returns how many cases failed.
inline usize run_all(Span<const Suite* const> suites)
{
    usize failures = 0;
    report<"KTAP version 1\n">();
    report<"1..{}\n">(suites.len());
    for (usize i = 0; i < suites.len(); i++)
        failures += suites[i]->run(i + 1);
    return failures;
}

/// The same with each single allocation of each case failing in turn.
template <class Failures> usize run_all_failing(Span<const Suite* const> suites)
{
    usize failures = 0;
    report<"KTAP version 1\n">();
    report<"1..{}\n">(suites.len());
    for (usize i = 0; i < suites.len(); i++)
        failures += suites[i]->run_failing<Failures>(i + 1);
    return failures;
}

} // namespace keel::test

/// Fails `test` unless `condition` holds; the case goes on.
#define KEEL_EXPECT(test, ...)                                                                                         \
    do {                                                                                                               \
        if (!(__VA_ARGS__))                                                                                            \
            (test).fail(::keel::CStr("expected: " #__VA_ARGS__), ::keel::CStr(__FILE_NAME__), __LINE__);               \
    } while (false)

/// A case of KEEL_SUITE.
#define KEEL_CASE(name)                                                                                                \
    ::keel::test::Case { ::keel::CStr(#name), name }

// The host's tests are compiled several at once, each in a namespace, and it is the same suite then.
#ifdef KEEL_HOST
#define KEEL_SUITE_SYMBOL(identifier) __asm__(#identifier)
#else
#define KEEL_SUITE_SYMBOL(identifier)
#endif

/// Defines the suite `identifier`, named `title`, from its cases. A static case that is not listed is an unused
/// function, which does not compile.
#define KEEL_SUITE(identifier, title, ...)                                                                             \
    static constinit const ::keel::test::Case identifier##_cases[] = {__VA_ARGS__};                                    \
    extern const ::keel::test::Suite identifier KEEL_SUITE_SYMBOL(identifier);                                         \
    constinit const ::keel::test::Suite identifier { ::keel::CStr(title), ::keel::Span(identifier##_cases) }
