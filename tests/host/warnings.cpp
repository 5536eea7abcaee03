// SPDX-License-Identifier: GPL-2.0
// A warning is the value of its condition, which is looked at once, and warns as often as it says.
//
// sources: src/*.cpp
#include <keel/core/bug.hpp>
#include <keel/test/suite.hpp>

#include "fake/fake.hpp"

using namespace keel;
using test::Test;

namespace {

struct Counted {
    u32 looks = 0;
    u32 texts = 0;
    bool look(bool value) { return looks++, value; }
    u32 text() { return ++texts; }
};

void it_is_its_condition(Test& test)
{
    Counted counted;
    KEEL_EXPECT(test, WARN_ON(counted.look(true)) && !WARN_ON(counted.look(false)));
    KEEL_EXPECT(test, WARN_ON_ONCE(counted.look(true)) && !WARN_ON_ONCE(counted.look(false)));
    KEEL_EXPECT(test, counted.looks == 4);
}

void a_text_is_made_when_it_is_said(Test& test)
{
    Counted counted;
    for (u32 n = 0; n < 4; n++) {
        KEEL_EXPECT(test, WARN(n > 1, "# {}\n", counted.text()) == (n > 1));
        KEEL_EXPECT(test, WARN_ONCE(n > 0, "# {}\n", counted.text()) == (n > 0));
    }
    KEEL_EXPECT(test, counted.texts == 3);
}

} // namespace

KEEL_SUITE(warnings_suite, "warnings", KEEL_CASE(it_is_its_condition), KEEL_CASE(a_text_is_made_when_it_is_said));

extern "C" int main()
{
    const test::Suite* const suites[] = {&warnings_suite};
    return test::run_all(Span<const test::Suite* const>(suites)) == 0 ? 0 : 1;
}
