// SPDX-License-Identifier: GPL-2.0
// A configfs subsystem: two attributes, and mkdir that makes groups of one kind, and groups of another kind in those.
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>

using namespace keel;

/// What mkdir in a Child makes. Nothing can be made in it.
class GrandChild {
    Result<void> show_gc(TextPage& page) const
    {
        pr_info("Show grand child\n");
        page.write("Hello GC\n");
        return {};
    }

public:
    using Attributes = configfs::Attributes<configfs::Attr<"gc", &GrandChild::show_gc>>;
};

/// What mkdir in the subsystem makes.
class Child {
    Result<void> show_baz(TextPage& page) const
    {
        pr_info("Show baz\n");
        page.write("Hello Baz\n");
        return {};
    }

public:
    using Attributes = configfs::Attributes<configfs::Attr<"baz", &Child::show_baz>>;

    GrandChild make_item(Init<GrandChild>&, CStr) const { return {}; }
};

class Configuration {
    Mutex<Vec<char>> bar_;
    configfs::Subsystem<Configuration> subsystem_;

    Result<void> show_message(TextPage& page) const
    {
        pr_info("Show message\n");
        page.write("Hello World\n");
        return {};
    }
    Result<void> show_bar(TextPage& page) const
    {
        pr_info("Show bar\n");
        auto bar = bar_.lock();
        page.write(Str(bar->span()));
        return {};
    }
    Result<void> store_bar(Str text) const
    {
        pr_info("Store bar\n");
        Vec<char> copy;
        TRY(copy.extend(text.span(), GFP_KERNEL));
        swap(*bar_.lock(), copy);
        return {};
    }

public:
    using Attributes = configfs::Attributes<configfs::Attr<"message", &Configuration::show_message>,
                                            configfs::Attr<"bar", &Configuration::show_bar, &Configuration::store_bar>>;

    explicit Configuration(Init<Configuration>& init)
        : bar_ {Vec<char> {}}, subsystem_ {configfs::Subsystem<Configuration>::start(init, "rust_configfs")}
    {}

    static Configuration init(Init<Configuration>& init)
    {
        pr_info("Keel configfs sample (init)\n");
        return Configuration(init);
    }

    Child make_item(Init<Child>&, CStr) const { return {}; }
};

KEEL_MODULE(Configuration, .license = "GPL", .description = "Keel configfs sample", .author = "The Keel authors");
