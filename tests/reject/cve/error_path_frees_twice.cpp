// SPDX-License-Identifier: GPL-2.0
// The error path frees what the queue already owns.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Request {
    u32 id = 0;
};
void release(Box<Request> request);
Result<void> submit(Vec<Box<Request>>& queue, Box<Request> request, bool ready)
{
    TRY(queue.push(move(request), GFP_KERNEL));
    if (!ready) {
        release(move(request)); // expect-error: [keel-use-after-move]
        return EBUSY;
    }
    return {};
}
