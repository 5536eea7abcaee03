// SPDX-License-Identifier: GPL-2.0
// The attribute reads what is built after the folder, and destroyed before it is gone.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
public:
    kobject::Registration<Toy> folder;
    Mutex<u32> value; // expect-error: is built after the object was published

    Result<void> show(TextPage& page) const
    {
        page.emit<"{}">(*value.lock());
        return {};
    }
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show>>;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")}, value {0u}
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
