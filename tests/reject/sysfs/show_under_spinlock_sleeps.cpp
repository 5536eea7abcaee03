// SPDX-License-Identifier: GPL-2.0
// A show may sleep, but not with a spinlock held.
#include <keel/time/delay.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    SpinLock<u32> value_;

    Result<void> show(TextPage& page) const
    {
        auto value = value_.lock();
        sleep(Duration::millis(1)); // expect-error: keel-atomic-context
        page.emit<"{}">(*value);
        return {};
    }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show>>;
};
