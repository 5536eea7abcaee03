// SPDX-License-Identifier: GPL-2.0
// Folders of /sys with attributes of every kind, which are made and removed on request; kobjects.c uses them from
// outside.
#include <keel/core/parse.hpp>
#include <keel/device/cdev.hpp>
#include <keel/device/misc.hpp>
#include <keel/module/attributes.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sysfs/kobject.hpp>
#include <keel/time/delay.hpp>

using namespace keel;

/// What the kernel's own reader makes of the same text.
static inline module::Param<"as_int", 0, "read by the kernel", 0644> as_int;
static inline module::Param<"as_byte", u8 {0}, "read by the kernel", 0644> as_byte;
static inline module::Param<"as_ulong", u64 {0}, "read by the kernel", 0644> as_ulong;
static inline module::Param<"as_bool", false, "read by the kernel", 0644> as_bool;

/// A folder that comes and goes.
class Child {
public:
    u32 number;
    kobject::Registration<Child> folder;

    Child(Init<Child>& init, const kobject::Node& parent, u32 number, CStr name)
        : number {number}, folder {kobject::Registration<Child>::start(init, parent, name)}
    {}

    Result<void> show_number(TextPage& page) const
    {
        page.emit<"{}\n">(number);
        return {};
    }
    Result<void> show_slowly(TextPage& page) const
    {
        sleep(Duration::millis(300));
        page.emit<"{}\n">(number);
        return {};
    }
    using Attributes =
        sysfs::Group<"", sysfs::Attr<"number", &Child::show_number>, sysfs::Attr<"slow", &Child::show_slowly>>;
};

/// The folder that they come and go in: it has no attributes, and is there before them and after them.
class Nursery {
public:
    kobject::Registration<Nursery> folder;

    explicit Nursery(Init<Nursery>& init)
        : folder {kobject::Registration<Nursery>::start(init, KObject::kernel(), "keel-nursery")}
    {}
};

/// A device, of either kind, with attributes of its own.
template <template <class, class> class Registration, format::Literal name> class Gadget {
    Atomic<u32> level_;
    Registration<Gadget, Gadget> device_;

    Result<void> show_level(TextPage& page) const
    {
        page.emit<"{}\n">(level_.load(Relaxed));
        return {};
    }
    Result<void> store_level(Str text) const
    {
        level_.store(TRY(parse<u32>(text)), Relaxed);
        return KObject::of(device_.device()).uevent(KObject::Action::Change);
    }
    Result<void> read_level(ByteSink& out, loff_t from) const
    {
        const u32 level = level_.load(Relaxed);
        out.write_from(as_bytes(level), from);
        return {};
    }
    bool never() const { return level_.load(Relaxed) == 1; }

public:
    explicit Gadget(Init<Gadget>& init) : level_ {3u}, device_ {Registration<Gadget, Gadget>::start(init, name.text)} {}

    using Attributes = sysfs::Group<"", sysfs::Attr<"level", &Gadget::show_level, &Gadget::store_level>,
                                    sysfs::Bin<"raw", 4, &Gadget::read_level>,
                                    sysfs::If<&Gadget::never, sysfs::Attr<"never", &Gadget::show_level>>>;

    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
using MiscGadget = Gadget<misc::Registration, "keel-gadget">;
using CdevGadget = Gadget<cdev::Registration, "keel-gizmo">;

class KObjects {
    static constexpr usize max_bytes = 16;

    Atomic<u32> number_;
    Atomic<u32> changes_;
    Mutex<Array<u8, max_bytes>> bytes_;
    Box<MiscGadget> misc_;
    Box<CdevGadget> cdev_;
    Box<Nursery> nursery_;
    Mutex<Option<Box<Child>>> child_;
    bool some_;
    kobject::Registration<KObjects> folder_;
    module::Attributes<KObjects> module_;

    Result<void> show_number(TextPage& page) const
    {
        page.emit<"{}\n">(number_.load(Relaxed));
        return {};
    }
    Result<void> store_number(Str text) const
    {
        number_.store(TRY(parse<u32>(text)), Relaxed);
        return {};
    }
    template <class T> Result<void> compare(Str text, T kernels) const
    {
        const T ours = TRY(parse<T>(text));
        return ours == kernels ? Result<void> {} : Result<void> {EDOM};
    }
    Result<void> store_int(Str text) const { return compare<i32>(text, as_int.get()); }
    Result<void> store_byte(Str text) const { return compare<u8>(text, as_byte.get()); }
    Result<void> store_ulong(Str text) const { return compare<u64>(text, as_ulong.get()); }
    Result<void> store_bool(Str text) const { return compare<bool>(text, as_bool.get()); }
    Result<void> store_length(Str text) const
    {
        number_.store(static_cast<u32>(text.len()), Relaxed);
        return {};
    }
    Result<void> show_much(TextPage& page) const
    {
        for (u32 i = 0; i < 1000; i++)
            page.emit<"{:9}\n">(i);
        return {};
    }
    Result<void> show_nothing(TextPage&) const { return {}; }
    Result<void> show_error(TextPage& page) const
    {
        page.emit<"not to be seen\n">();
        return ENXIO;
    }
    Result<void> store_error(Str) const { return ENOSPC; }
    Result<void> show_changes(TextPage& page) const
    {
        page.emit<"{}\n">(changes_.load(Relaxed));
        return {};
    }
    Result<void> store_change(Str) const
    {
        changes_.fetch_add(1, Relaxed);
        folder_.notify<"changes", "more">();
        return {};
    }
    bool some() const { return some_; }
    bool none_of_it() const { return !some_; }

    Result<void> read_bytes(ByteSink& out, loff_t from) const
    {
        auto bytes = bytes_.lock();
        out.write_from(bytes->span(), from);
        return {};
    }
    Result<void> write_bytes(Span<const u8> in, loff_t at) const
    {
        auto bytes = bytes_.lock();
        for (usize i = 0; i < in.len(); i++)
            (*bytes)[static_cast<usize>(at) + i] = in[i];
        return {};
    }
    /// Endless, as its size says: the offset, once for each byte.
    Result<void> read_endless(ByteSink& out, loff_t from) const
    {
        while (out.room() > 0)
            out.write(as_bytes(static_cast<u8>(from++)));
        return {};
    }
    Result<void> write_nothing(Span<const u8>, loff_t) const { return EPERM; }

    Result<void> store_child(Str text) const
    {
        const Str name = text.slice(0, text.find('\n').value_or(text.len()));
        child_.lock()->reset();
        if (name == Str("-"))
            return {};
        auto terminated = TRY(CString::create(name, GFP_KERNEL));
        auto made = TRY(Box<Child>::init(GFP_KERNEL, [&](Init<Child>& init) -> Child {
            return Child(init, nursery_->folder, number_.load(Relaxed), terminated.as_cstr());
        }));
        *child_.lock() = move(made);
        return {};
    }
    Result<void> store_link(Str text) const
    {
        auto name = TRY(CString::create(text.slice(0, text.find('\n').value_or(text.len())), GFP_KERNEL));
        return folder_.link(KObject::module(), name.as_cstr());
    }
    Result<void> store_unlink(Str text) const
    {
        auto name = TRY(CString::create(text.slice(0, text.find('\n').value_or(text.len())), GFP_KERNEL));
        folder_.unlink(name.as_cstr());
        return {};
    }
    Result<void> store_uevent(Str) const { return folder_.object().uevent(KObject::Action::Change); }

public:
    using Attributes = sysfs::Groups<
        sysfs::Group<"", sysfs::Attr<"number", &KObjects::show_number, &KObjects::store_number>,
                     sysfs::Attr<"length", nullptr, &KObjects::store_length>,
                     sysfs::Attr<"secret", &KObjects::show_number, &KObjects::store_number, 0600>,
                     sysfs::Attr<"much", &KObjects::show_much>, sysfs::Attr<"nothing", &KObjects::show_nothing>,
                     sysfs::Attr<"error", &KObjects::show_error, &KObjects::store_error>,
                     sysfs::If<&KObjects::some, sysfs::Attr<"there", &KObjects::show_number>,
                               sysfs::Bin<"there_bin", 4, &KObjects::read_endless>>,
                     sysfs::If<&KObjects::none_of_it, sysfs::Attr<"not_there", &KObjects::show_number>,
                               sysfs::Bin<"not_there_bin", 4, &KObjects::read_endless>>,
                     sysfs::Attr<"child", nullptr, &KObjects::store_child>,
                     sysfs::Attr<"link", nullptr, &KObjects::store_link>,
                     sysfs::Attr<"unlink", nullptr, &KObjects::store_unlink>,
                     sysfs::Attr<"as_int", nullptr, &KObjects::store_int>,
                     sysfs::Attr<"as_byte", nullptr, &KObjects::store_byte>,
                     sysfs::Attr<"as_ulong", nullptr, &KObjects::store_ulong>,
                     sysfs::Attr<"as_bool", nullptr, &KObjects::store_bool>,
                     sysfs::Attr<"event", nullptr, &KObjects::store_uevent>>,
        sysfs::Group<"more", sysfs::Attr<"changes", &KObjects::show_changes, &KObjects::store_change>,
                     sysfs::Bin<"bytes", max_bytes, &KObjects::read_bytes, &KObjects::write_bytes>,
                     sysfs::Bin<"endless", 0, &KObjects::read_endless, &KObjects::write_nothing>,
                     sysfs::Bin<"write_only", 0, nullptr, &KObjects::write_nothing>>>;

    explicit KObjects(Init<KObjects>& init)
        : number_ {7u}, changes_ {0u}, bytes_ {Array<u8, max_bytes> {}},
          misc_ {init.take(
              Box<MiscGadget>::init(GFP_KERNEL, [](Init<MiscGadget>& in) -> MiscGadget { return MiscGadget(in); }))},
          cdev_ {init.take(
              Box<CdevGadget>::init(GFP_KERNEL, [](Init<CdevGadget>& in) -> CdevGadget { return CdevGadget(in); }))},
          nursery_ {
              init.take(Box<Nursery>::init(GFP_KERNEL, [](Init<Nursery>& in) -> Nursery { return Nursery(in); }))},
          child_ {none}, some_ {true},
          folder_ {kobject::Registration<KObjects>::start(init, KObject::kernel(), "keel-kobjects")},
          module_ {module::Attributes<KObjects>::start(init)}
    {}

    static KObjects init(Init<KObjects>& init) { return KObjects(init); }
};

KEEL_MODULE(KObjects, .license = "GPL", .description = "Folders of /sys with attributes of every kind");
