// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/task/shared_work.hpp>
using namespace keel;
struct KEEL_NOT_SEND Scratch {
    u32 used = 0;
};
struct Request {
    Scratch scratch;
    SharedWork<Request> done = SharedWork<Request>::idle<&Request::finish>();
    static void finish(Arc<Request>) {}
};
void send(const Arc<Request>& request, const Workqueue& queue)
{
    SharedWork<Request>::queue(request, &Request::done, queue); // expect-error: [keel-not-send]
}
