// SPDX-License-Identifier: GPL-2.0
// A number in /sys/kernel/keel_attr, for comparison with c_twin/c_attr.c.
#include <keel/core/parse.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sysfs/kobject.hpp>

using namespace keel;

class Counter {
    Atomic<u32> number_;
    kobject::Registration<Counter> folder_;

    Result<void> show(TextPage& page) const
    {
        page.emit<"{}\n">(number_.load(Relaxed));
        return {};
    }
    Result<void> store(Str text) const
    {
        number_.store(TRY(parse<u32>(text)), Relaxed);
        return {};
    }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"number", &Counter::show, &Counter::store>>;

    explicit Counter(Init<Counter>& init)
        : number_ {0u}, folder_ {kobject::Registration<Counter>::start(init, KObject::kernel(), "keel_attr")}
    {}
    static Counter init(Init<Counter>& init) { return Counter(init); }
};

KEEL_MODULE(Counter, .license = "GPL", .description = "A number in sysfs");
