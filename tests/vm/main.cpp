// SPDX-License-Identifier: GPL-2.0
// The module that runs the suites when it is loaded; a failure fails the load. With `failing` it runs each case with
// each of its allocations failing in turn.
#include "suites.hpp"

#include <keel/module.hpp>
#include <keel/module_param.hpp>
#include <keel/test/failing.hpp>

using namespace keel;

struct Tests {
    static inline module::Param<"failing", false, "let each allocation fail in turn"> failing;

    static Tests init(Init<Tests>& init)
    {
        if (failing.get() ? test::run_all_failing<test::Failures>(Span(suites)) : test::run_all(Span(suites)))
            init.fail(EINVAL);
        return {};
    }
};

KEEL_MODULE(Tests, .license = "GPL", .description = "Keel's in-kernel tests");
