// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Request { ioctl::Arg arg; };
void start(const Arc<Request>& request)
{
    later::spawn([mine = request.clone()] { pr_info("{}\n", mine->arg.value()); }); // expect-error: [keel-not-send]
}
