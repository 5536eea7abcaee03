// SPDX-License-Identifier: GPL-2.0
// Items, groups, groups from the start, links, as they are meant.
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Disk {
    Mutex<u32> size_;

    Result<void> show(TextPage& page) const
    {
        page.emit<"{}\n">(*size_.lock());
        return {};
    }

public:
    explicit Disk(u32 size) : size_ {size} {}
    using Attributes = configfs::Attributes<configfs::Attr<"size", &Disk::show>>;
};
class Shelf {
    Disk spare(Init<Disk>&) const { return Disk(1); }

public:
    using Attributes = configfs::Attributes<configfs::Default<"spare", &Shelf::spare>>;
    Disk make_item(Init<Disk>& init, CStr name) const
    {
        if (name == CStr("bad"))
            init.fail(EINVAL);
        return Disk(2);
    }
    Result<void> allow_link(const Disk&) const { return {}; }
    void drop_link(const Disk&) const {}
};
class Toy {
    configfs::Subsystem<Toy> subsystem_;

public:
    explicit Toy(Init<Toy>& init) : subsystem_ {configfs::Subsystem<Toy>::start(init, "toy")} {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
    Shelf make_item(Init<Shelf>&, CStr) const { return {}; }
    Result<void> hold() const
    {
        auto held = TRY(subsystem_.depend<Shelf>("x"));
        return {};
    }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
