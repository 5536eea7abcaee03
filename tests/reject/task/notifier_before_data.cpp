// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/notifier.hpp>
using namespace keel;
struct Bond {
    Notifier<Bond, u32> link;
    Mutex<u32> links; // expect-error: [keel-publish-last]
};
