// SPDX-License-Identifier: GPL-2.0
// What happened has names: C's EPOLLIN and POLL_IN are numbers, and the wrong one wakes nobody.
#include <keel/fs/poll.hpp>
using namespace keel;
void caller(const WaitQueue& queue) { queue.wake_up_poll(1); } // expect-error: cannot initialize a parameter of type 'fs::PollMask'
