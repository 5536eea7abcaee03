// SPDX-License-Identifier: GPL-2.0
// Every suite that runs both in the kernel and on the host.
#pragma once

#include <keel/test/suite.hpp>

extern const keel::test::Suite result_suite;
extern const keel::test::Suite span_suite;
extern const keel::test::Suite format_suite;
extern const keel::test::Suite box_suite;
extern const keel::test::Suite vec_suite;
extern const keel::test::Suite lock_suite;
extern const keel::test::Suite arc_suite;

inline constexpr const keel::test::Suite* suites[] = {
    &result_suite, &span_suite, &format_suite, &box_suite, &vec_suite, &lock_suite, &arc_suite,
};
