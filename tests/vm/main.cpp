// SPDX-License-Identifier: GPL-2.0
// The module that runs the suites when it is loaded; a failure fails the load.
#include "suites.hpp"

#include <keel/module.hpp>

using namespace keel;

struct Tests {
    static Tests init(Init<Tests>& init)
    {
        if (test::run_all(Span(suites)) != 0)
            init.fail(EINVAL);
        return {};
    }
};

KEEL_MODULE(Tests, .license = "GPL", .description = "Keel's in-kernel tests");
