// SPDX-License-Identifier: GPL-2.0
// A configfs subsystem with everything there is: items, groups, groups from the start, bytes, links, items that are
// held; items.c uses it from outside.
#include <keel/configfs/subsystem.hpp>
#include <keel/core/parse.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>

using namespace keel;

/// How many objects there are, counted by those that are there.
struct Count {
    Atomic<i32> alive {0};
};
class Alive {
public:
    explicit Alive(Arc<Count> count) : count_ {move(count)} { count_->alive.fetch_add(1, Relaxed); }
    Alive(const Alive&) = delete;
    Alive& operator=(const Alive&) = delete;
    ~Alive() { count_->alive.fetch_add(-1, Relaxed); }

    Arc<Count> count() const { return count_.clone(); }

private:
    Arc<Count> count_;
};

/// An item that is no group: with a number, bytes, and the name that mkdir gave.
class Disk {
    Alive alive_;
    CString name_;
    Atomic<u32> size_;
    Atomic<u32> reads_;
    Mutex<Vec<u8>> blob_;

    Result<void> show_name(TextPage& page) const
    {
        page.emit<"{}\n">(name_.as_cstr());
        return {};
    }
    Result<void> show_size(TextPage& page) const
    {
        page.emit<"{}\n">(size_.load(Relaxed));
        return {};
    }
    Result<void> store_size(Str text) const
    {
        size_.store(TRY(parse<u32>(text)), Relaxed);
        return {};
    }
    Result<void> read_blob(ByteSink& out) const
    {
        out.write(blob_.lock()->span());
        return {};
    }
    void write_blob(Span<const u8> bytes) const
    {
        Vec<u8> copy;
        if (copy.extend(bytes, GFP_KERNEL).ok())
            swap(*blob_.lock(), copy);
    }
    /// Less at each second call: what configfs made room for is then not filled.
    Result<void> read_shrinking(ByteSink& out) const
    {
        const bool is_second = reads_.fetch_add(1, Relaxed) % 2 == 1;
        for (u32 i = 0; i < (is_second ? 4u : 4000u); i++)
            out.write(as_bytes(u8 {'s'}));
        return {};
    }
    Result<void> read_much(ByteSink& out) const
    {
        while (out.room() > 0)
            out.write(as_bytes(u8 {'m'}));
        return {};
    }
    Result<void> read_error(ByteSink&) const { return ENXIO; }

public:
    Disk(Init<Disk>& init, Arc<Count> count, CStr name)
        : alive_ {move(count)}, name_ {init.take(CString::create(name.as_str(), GFP_KERNEL))}, size_ {0u}, reads_ {0u},
          blob_ {Vec<u8> {}}
    {
        if (name == CStr("half"))
            init.fail(ENXIO);
    }

    using Attributes = configfs::Attributes<
        configfs::Attr<"name", &Disk::show_name>, configfs::Attr<"size", &Disk::show_size, &Disk::store_size>,
        configfs::Bin<"blob", 64, &Disk::read_blob, &Disk::write_blob>,
        configfs::Bin<"shrinking", 0, &Disk::read_shrinking>, configfs::Bin<"much", 100, &Disk::read_much>,
        configfs::Bin<"error", 0, &Disk::read_error>>;
};

/// A group that each Shelf has from the start.
class Label {
    Alive alive_;
    Mutex<Array<char, 16>> text_;

    Result<void> show_text(TextPage& page) const
    {
        page.write(Str(text_.lock()->span()));
        return {};
    }
    Result<void> store_text(Str text) const
    {
        if (text.len() > 16)
            return EMSGSIZE;
        auto kept = text_.lock();
        for (usize i = 0; i < text.len(); i++)
            (*kept)[i] = text[i];
        return {};
    }

public:
    explicit Label(Arc<Count> count) : alive_ {move(count)}, text_ {Array<char, 16> {}} {}

    using Attributes = configfs::Attributes<configfs::Attr<"text", &Label::show_text, &Label::store_text>>;
};

/// A group in which Disks are made, and which links to Disks.
class Shelf {
    Alive alive_;
    Atomic<i32> links_;

    Result<void> show_links(TextPage& page) const
    {
        page.emit<"{}\n">(links_.load(Relaxed));
        return {};
    }
    Label label(Init<Label>&) const { return Label(alive_.count()); }

public:
    explicit Shelf(Arc<Count> count) : alive_ {move(count)}, links_ {0} {}

    using Attributes =
        configfs::Attributes<configfs::Attr<"links", &Shelf::show_links>, configfs::Default<"label", &Shelf::label>>;

    Disk make_item(Init<Disk>& init, CStr name) const
    {
        if (name == CStr("bad"))
            init.fail(EPERM);
        return Disk(init, alive_.count(), name);
    }
    Result<void> allow_link(const Disk&) const
    {
        if (links_.load(Relaxed) >= 2)
            return ENOSPC;
        links_.fetch_add(1, Relaxed);
        return {};
    }
    void drop_link(const Disk&) const { links_.fetch_add(-1, Relaxed); }
};

/// The subsystem, in which Shelves are made.
class Rack {
    Arc<Count> count_;

    Result<void> show_alive(TextPage& page) const
    {
        page.emit<"{}\n">(count_->alive.load(Relaxed));
        return {};
    }
    Label label(Init<Label>&) const { return Label(count_.clone()); }

public:
    configfs::Subsystem<Rack> subsystem;

    explicit Rack(Init<Rack>& init)
        : count_ {init.take(Arc<Count>::create(GFP_KERNEL))},
          subsystem {configfs::Subsystem<Rack>::start(init, "keel_items")}
    {}

    using Attributes =
        configfs::Attributes<configfs::Attr<"alive", &Rack::show_alive>, configfs::Default<"first", &Rack::label>,
                             configfs::Default<"second", &Rack::label>>;

    Shelf make_item(Init<Shelf>&, CStr) const { return Shelf(count_.clone()); }
};

/// Who holds one of the Shelves when a parameter says so.
class Holder {
    static inline module::TypedParam<"held", Number<bool>, false, "hold the item `held`", 0644> held;

    Box<Rack> rack_;
    Mutex<Option<configfs::Dependency<Shelf>>> held_;
    module::Watch<Holder, bool> held_watch_;

    Result<void> hold(const bool& wanted) const
    {
        held_.lock()->reset();
        if (!wanted)
            return {};
        auto found = TRY(rack_->subsystem.depend<Shelf>("held"));
        *held_.lock() = move(found);
        return {};
    }

public:
    explicit Holder(Init<Holder>& init)
        : rack_ {init.take(Box<Rack>::init(GFP_KERNEL, [](Init<Rack>& in) -> Rack { return Rack(in); }))}, held_ {none},
          held_watch_ {held.watch<&Holder::hold>(init)}
    {}

    static Holder init(Init<Holder>& init) { return Holder(init); }
};

KEEL_MODULE(Holder, .license = "GPL", .description = "A configfs subsystem with everything there is");
