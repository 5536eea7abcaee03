// SPDX-License-Identifier: GPL-2.0
// A set in /sys whose members come, change and go on request; events.c hears what user space is told of it.
#include <keel/core/parse.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>

using namespace keel;

/// A folder below a member: its events have its own variables, too.
class Part {
public:
    kobject::Registration<Part> folder;

    Part(Init<Part>& init, const kobject::Node& parent)
        : folder {kobject::Registration<Part>::start(init, parent, "part")}
    {}
    Result<void> uevent(kobject::UeventEnv& env) const { return env.add<"PART=yes">(); }
};

/// A folder below a member, of which there are no variables.
class Plain {
public:
    kobject::Registration<Plain> folder;

    Plain(Init<Plain>& init, const kobject::Node& parent)
        : folder {kobject::Registration<Plain>::start(init, parent, "plain")}
    {}
};

class Slot {
    const u32 number_;
    Atomic<u32> level_;
    Atomic<bool> is_quiet_;

public:
    kobject::Registration<Slot> folder;

private:
    Result<void> show_level(TextPage& page) const
    {
        page.emit<"{}\n">(level_.load(Relaxed));
        return {};
    }
    Result<void> store_level(Str text) const
    {
        level_.store(TRY(parse<u32>(text)), Relaxed);
        return folder.object().uevent(KObject::Action::Change);
    }
    Result<void> store_quiet(Str text) const
    {
        is_quiet_.store(TRY(parse<bool>(text)), Relaxed);
        return {};
    }

public:
    Slot(Init<Slot>& init, const KSet& set, CStr name, u32 number)
        : number_ {number}, level_ {0u}, is_quiet_ {false}, folder {kobject::Registration<Slot>::start(init, set, name)}
    {}

    /// The level says how many bytes more there are to say, which may be too many.
    Result<void> uevent(kobject::UeventEnv& env) const
    {
        if (is_quiet_.load(Relaxed))
            return ECANCELED;
        TRY(env.add<"SLOT={}">(number_));
        TRY(env.add<"LEVEL={:#x}">(level_.load(Relaxed)));
        for (u32 said = 0; said < level_.load(Relaxed); said += 32)
            TRY(env.add<"MORE={:26}">(said));
        return {};
    }

    using Attributes = sysfs::Group<"", sysfs::Attr<"level", &Slot::show_level, &Slot::store_level>,
                                    sysfs::Attr<"quiet", nullptr, &Slot::store_quiet>>;
};

/// A member, and folders below it, which end first.
struct Family {
    Box<Slot> slot;
    Box<Part> part;
    Box<Plain> plain;

    static Result<Family> create(const KSet& set, CStr name, u32 number)
    {
        auto slot =
            TRY(Box<Slot>::init(GFP_KERNEL, [&](Init<Slot>& init) -> Slot { return Slot(init, set, name, number); }));
        auto part =
            TRY(Box<Part>::init(GFP_KERNEL, [&](Init<Part>& init) -> Part { return Part(init, slot->folder); }));
        auto plain =
            TRY(Box<Plain>::init(GFP_KERNEL, [&](Init<Plain>& init) -> Plain { return Plain(init, slot->folder); }));
        return Family {.slot = move(slot), .part = move(part), .plain = move(plain)};
    }
};

class Events {
public:
    KSet slots;
    Atomic<u32> made;
    Mutex<Option<Family>> family;
    kobject::Registration<Events> folder;

    Result<void> store_slot(Str text) const
    {
        const Str name = text.slice(0, text.find('\n').value_or(text.len()));
        family.lock()->reset();
        if (name == Str("-"))
            return {};
        auto terminated = TRY(CString::create(name, GFP_KERNEL));
        auto created = TRY(Family::create(slots, terminated.as_cstr(), made.fetch_add(1, Relaxed)));
        *family.lock() = move(created);
        return {};
    }
    Result<void> store_part(Str) const
    {
        auto held = family.lock();
        return held->is_none() ? Result<void>(ENOENT)
                               : held->value().part->folder.object().uevent(KObject::Action::Online);
    }
    Result<void> store_plain(Str) const
    {
        auto held = family.lock();
        return held->is_none() ? Result<void>(ENOENT)
                               : held->value().plain->folder.object().uevent(KObject::Action::Offline);
    }
    /// A second one of the same name.
    Result<void> store_again(Str) const
    {
        auto second = TRY(KSet::create("keel-slots", KObject::kernel()));
        return {};
    }

    using Attributes = sysfs::Group<
        "", sysfs::Attr<"slot", nullptr, &Events::store_slot>, sysfs::Attr<"part", nullptr, &Events::store_part>,
        sysfs::Attr<"plain", nullptr, &Events::store_plain>, sysfs::Attr<"again", nullptr, &Events::store_again>>;

    explicit Events(Init<Events>& init)
        : slots {init.take(KSet::create("keel-slots", KObject::kernel()))}, made {0u}, family {none},
          folder {kobject::Registration<Events>::start(init, KObject::module(), "control")}
    {}
    static Events init(Init<Events>& init) { return Events(init); }
};

KEEL_MODULE(Events, .license = "GPL", .description = "Tells user space what comes and goes");
