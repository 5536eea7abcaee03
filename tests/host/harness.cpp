// SPDX-License-Identifier: GPL-2.0
// Runs the tests of a host test program and reports them as KTAP. This file alone knows the host's C library.
#include "harness.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace harness {

namespace {

Test* first = nullptr;
Test** last = &first;
bool current_failed = false;

} // namespace

Test::Test(const char* name, void (*run)()) : name(name), run(run)
{
    *last = this;
    last = &next;
}

Text::Text() { strcpy(chars, "(a value)"); }
Text::Text(bool value) { strcpy(chars, value ? "true" : "false"); }
Text::Text(long long value) { snprintf(chars, sizeof chars, "%lld", value); }
Text::Text(unsigned long long value) { snprintf(chars, sizeof chars, "%llu", value); }
Text::Text(const volatile void* value) { snprintf(chars, sizeof chars, "%p", const_cast<const void*>(value)); }

void fail(const char* file, int line, const char* what)
{
    printf("# %s:%d: false: %s\n", file, line, what);
    current_failed = true;
}

void fail_comparison(const char* file, int line, const char* what, const Text& actual, const Text& expected)
{
    printf("# %s:%d: false: %s (%s and %s)\n", file, line, what, actual.chars, expected.chars);
    current_failed = true;
}

void each_allocation_fails(void (*body)())
{
    constexpr unsigned long enough = 10000;
    for (unsigned long n = 1; n <= enough; n++) {
        fake_fail_allocation(n);
        body();
        const bool came = fake_allocation_failed();
        fake_fail_allocation(0);
        if (!came)
            return;
    }
    fail(__FILE__, __LINE__, "the body ends without a failing allocation");
}

} // namespace harness

int main()
{
    int count = 0;
    int failures = 0;
    for (const harness::Test* test = harness::first; test; test = test->next)
        count++;
    setvbuf(stdout, nullptr, _IOLBF, 0);
    printf("KTAP version 1\n1..%d\n", count);
    count = 0;
    for (const harness::Test* test = harness::first; test; test = test->next) {
        harness::current_failed = false;
        test->run();
        failures += harness::current_failed;
        printf("%sok %d - %s\n", harness::current_failed ? "not " : "", ++count, test->name);
    }
    return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
