// SPDX-License-Identifier: GPL-2.0
// Folders of /sys that belong to no device, with the attributes of the object that makes them.
// C header: include/linux/kobject.h
#pragma once

#include <keel/device/device.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sysfs/kset.hpp>
#include <keel/sysfs/table.hpp>
#include <keel/sysfs/uevent.hpp>

namespace keel {

/// A folder of /sys as others see it: to put one below it, to link to it, to announce a change.
class KEEL_SEND KEEL_SYNC KObject {
public:
    /// What happened, for uevent: the ACTION that udev reads.
    enum class Action : u8 {
        Add = bindings::KOBJ_ADD,
        Remove = bindings::KOBJ_REMOVE,
        Change = bindings::KOBJ_CHANGE,
        Online = bindings::KOBJ_ONLINE,
        Offline = bindings::KOBJ_OFFLINE,
    };

    KObject() = delete;
    KObject(const KObject&) = delete;

    /// # Safety
    /// `raw` is a live kobject for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const KObject& from_raw(bindings::kobject* raw)
    {
        UNSAFE("a KObject is a bindings::kobject and adds nothing") { return *reinterpret_cast<const KObject*>(raw); }
    }
    bindings::kobject* raw() const { return &raw_; }

    /// /sys/kernel.
    KEEL_ANY_CONTEXT static const KObject& kernel()
    {
        UNSAFE("made before any module is loaded, and there for ever") { return from_raw(bindings::kernel_kobj); }
    }
    /// /sys/module/MODULE of this module.
    KEEL_ANY_CONTEXT static const KObject& module()
    {
        UNSAFE("there as long as code of this module runs") { return from_raw(bindings::kobject_of_module()); }
    }
    /// /sys/devices/.../DEVICE.
    KEEL_ANY_CONTEXT static const KObject& of(const Device& device KEEL_LIFETIME_BOUND)
    {
        UNSAFE("a member of the device, and as long there") { return from_raw(&device.raw()->kobj); }
    }

    /// Wakes those who poll the attribute `name`, of the group `group` if that is not "": poll says POLLPRI and POLLERR
    /// to who read it before.
    ///
    /// # Context
    /// Process; may sleep.
    KEEL_MAY_SLEEP void notify(CStr name, CStr group = "") const
    {
        UNSAFE("a live kobject: lifetime of the reference")
        {
            bindings::sysfs_notify(raw(), *group.as_ptr() == '\0' ? nullptr : group.as_ptr(), name.as_ptr());
        }
    }

    /// Tells user space (udev) that something happened.
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// EINVAL: neither this nor a folder above is in a KSet or belongs to a device. ENOMEM: no memory, or there are too
    /// many variables. Otherwise what `uevent` of its object gave.
    KEEL_MAY_SLEEP Result<void> uevent(Action action) const
    {
        UNSAFE("a live kobject: lifetime of the reference")
        {
            return Result<void>::from_errno(
                bindings::kobject_uevent(raw(), static_cast<bindings::kobject_action>(action)));
        }
    }

private:
    mutable bindings::kobject raw_;
};

namespace kobject {

/// A folder of our own, without what it is for.
///
/// # Invariants
/// Initialised once it was made, by whoever derives from it. `children_` counts those made below it that did not end.
/// set_ is what it is a member of, or empty.
class KEEL_SEND KEEL_SYNC Node {
public:
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    /// The folder, for uevent and as a target of links.
    const KObject& object() const KEEL_LIFETIME_BOUND { return KObject::from_raw(&raw_); }

    /// Makes the symbolic link `name` in this folder, which leads to `target`. It goes when the folder goes; while the
    /// target is gone it leads nowhere.
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// EEXIST: the name is taken. EINVAL: it is empty, or has a slash. ENOENT: the target failed. ENODEV: this
    /// Registration failed. ENOMEM: no memory.
    KEEL_MAY_SLEEP Result<void> link(const KObject& target, CStr name) const;

    /// Takes a link away; does nothing if there is none of that name.
    ///
    /// # Context
    /// Process; may sleep.
    KEEL_MAY_SLEEP void unlink(CStr name) const;

    /// For the library: the variables of an event of `raw`, if that is a Node.
    ///
    /// # Safety
    /// `raw` is a live kobject.
    KEEL_UNSAFE_FUNCTION KEEL_MAY_SLEEP static Result<void> uevent(bindings::kobject* raw, UeventEnv& env);

protected:
    /// What a folder is to C, and who says the variables of its events, or null.
    struct Type {
        bindings::kobj_type raw {};
        Result<void> (*uevent)(const Node&, UeventEnv&) = nullptr;
    };
    /// Where a folder is: in `parent`, which is the raw of `above` if that is a folder of ours, or in a set.
    struct Place {
        bindings::kobject* parent = nullptr;
        const Node* above = nullptr;
        Arc<detail::Set> set = {};
    };

    Node() = default;
    ~Node() = default;

    // Out of line, once for all types: src/kobject.cpp.
    KEEL_MAY_SLEEP Result<void> add(const Type& type, Place place, const char* name);
    KEEL_MAY_SLEEP void remove();
    static void release(bindings::kobject* raw);
    /// The Node that `raw` is the kobject of.
    static Node& of(bindings::kobject* raw)
    {
        UNSAFE("the caller passes the raw_ of a Node")
        {
            return *reinterpret_cast<Node*>(reinterpret_cast<char*>(raw) - __builtin_offsetof(Node, raw_));
        }
    }

    mutable bindings::kobject raw_ {};
    const Node* above_ = nullptr;
    Arc<detail::Set> set_;
    Atomic<i32> children_ {0};
    Completion released_;
    bool live_ = false;

private:
    KEEL_MAY_SLEEP void take_away();
};

/// A folder in /sys that exists as long as this does, with T's attributes: a part of the T that it belongs to.
///
/// T declares `using Attributes = sysfs::Group<...>` or `sysfs::Groups<...>`. A folder below this one is a Registration
/// of its own, of the same or another T, and ends before this one does; it may be part of an object in a Box.
///
/// User space is told when a member of a KSet comes and goes, and of what `object().uevent(...)` says between. T may
/// define `Result<void> uevent(kobject::UeventEnv&) const`, which adds variables to each of these events. It is called
/// as attributes are, and by whoever calls uevent, so not with a lock held that it takes. When it gives an error there
/// is no event.
///
/// # Lifetime
/// Declare it after all members that the attributes touch: it is built last and withdrawn first, after the last of
/// their operations ended. Files that are still open then answer ENODEV.
/// # Invariants
/// owner_ is the T that this is a member of.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Registration : public Node {
public:
    /// Makes the folder `name` in `parent`, which must be one that is always there (KObject::kernel(),
    /// KObject::module()).
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST if the name is taken, EINVAL if it is empty, ENOMEM.
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, const KObject& parent, CStr name)
    {
        return Registration(init, {.parent = parent.raw()}, name);
    }
    /// The same, below a folder of our own.
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, const Node& parent, CStr name)
    {
        return Registration(init, {.parent = parent.object().raw(), .above = &parent}, name);
    }
    /// The same, in `set` and a member of it, and tells user space that it is there.
    ///
    /// # Errors
    /// The same; ENODEV: `set` is empty; what `uevent` of T gives.
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, const KSet& set, CStr name)
    {
        return Registration(init, {.set = set.hold()}, name);
    }

    /// Traps if there is a folder of ours below it.
    KEEL_MAY_SLEEP ~Registration() { remove(); }

    /// As KObject::notify; that T has such an attribute is checked at compile time.
    template <format::Literal name, format::Literal group = ""> KEEL_MAY_SLEEP void notify() const
    {
        static_assert(sysfs::detail::Names<typename T::Attributes>::has(name.text, group.text),
                      "notify names an attribute, and its group if that has a name");
        if (live_)
            object().notify(name.text, group.text);
    }

private:
    struct Path {
        using Owner = T;
        using Attribute = bindings::kobj_attribute;
        static const T& owner(bindings::kobject* kobject)
        {
            UNSAFE("these attributes are of a Registration's kobject, which is alive as long as they are asked")
            {
                return *static_cast<Registration&>(Node::of(kobject)).owner_;
            }
        }
    };

    static Result<void> call_uevent(const Node& node, UeventEnv& env)
    {
        return static_cast<const Registration&>(node).owner_->uevent(env);
    }

    static consteval Type make_type()
    {
        constexpr fs::Hook uevent = hook_uevent<T, Result<void> (T::*)(UeventEnv&) const>();
        static_assert(uevent != fs::Hook::Wrong,
                      "uevent must be: public: Result<void> uevent(kobject::UeventEnv&) const");
        Type type;
        type.raw.release = &release;
        type.raw.sysfs_ops = &bindings::kobj_sysfs_ops;
        type.raw.default_groups = sysfs::groups_of<Path>();
        if constexpr (uevent == fs::Hook::Present)
            type.uevent = &call_uevent;
        return type;
    }
    static constexpr Type type = make_type();

    Registration(Init<T>& init, Place place, CStr name) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        if (Result<void> added = add(type, move(place), name.as_ptr()); !added.ok())
            init.fail(added.error());
    }

    const T* owner_;
};

} // namespace kobject
} // namespace keel
