// SPDX-License-Identifier: GPL-2.0
// Nothing would make the module wait for it before its code goes.
#include <keel/prelude.hpp>
#include <keel/task/shared_work.hpp>
using namespace keel;
struct Request {
    SharedWork<Request> done = SharedWork<Request>::idle<&Request::finish>();
    static void finish(Arc<Request>) {}
};
void send(const Arc<Request>& request)
{
    SharedWork<Request>::queue(request, &Request::done, SystemQueue::Unbound); // expect-error: could not bind
}
