// SPDX-License-Identifier: GPL-2.0
// The Keel side: measures when it is loaded.
#include "core.hpp"

#include <keel/module.hpp>

using namespace keel;

Result<void> measure_all()
{
    TRY(measure_sync());
    TRY(measure_alloc());
    TRY(measure_collections());
    return measure_task();
}

struct Core {
    static Core init(Init<Core>& init)
    {
        if (auto done = measure_all(); !done.ok())
            init.fail(done.error());
        return {};
    }
};

KEEL_MODULE(Core, .license = "GPL", .description = "What the library's operations cost");
