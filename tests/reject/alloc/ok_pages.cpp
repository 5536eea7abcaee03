// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/cache.hpp>
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Request {
    u64 id;
    Page page;
};
struct Device {
    Cache<Request> cache;
    SpinLock<Vec<Box<Request>>> requests;

    Result<void> submit(u64 id, Span<const u8> bytes) const
    {
        Page page = TRY(Page::create_on(NumaNode::local(), GFP_KERNEL));
        TRY(page.write(0, bytes));
        Box<Request> request = TRY(cache.box(GFP_KERNEL, id, move(page)));
        return requests.lock()->push_within_capacity(move(request));
    }
    u32 sum() const
    {
        u32 sum = 0;
        auto all = requests.lock();
        for (const Box<Request>& request : *all) {
            auto mapping = request->page.map();
            for (const u8& byte : mapping.bytes())
                sum += byte;
        }
        return sum;
    }
};
Result<Arc<Device>> make()
{
    return Arc<Device>::init(GFP_KERNEL, [](Init<Device>& init) -> Device {
        return {.cache = init.take(Cache<Request>::create("requests")), .requests = {}};
    });
}
