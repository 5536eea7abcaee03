// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
// The text is the kernel's, and gone when store returns.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
struct KEEL_VIEW Last {
    Str text;
};
class Toy {
    Mutex<Last> last_; // expect-error: keel-borrow-field

    Result<void> store(Str text) const
    {
        last_.lock()->text = text;
        return {};
    }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", nullptr, &Toy::store>>;
};
