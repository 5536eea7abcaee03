// SPDX-License-Identifier: GPL-2.0
// A folder of /sys/kernel/config in which user space makes objects.
// C header: include/linux/configfs.h
#pragma once

#include <keel/configfs/node.hpp>
#include <keel/sync/completion.hpp>

namespace keel::configfs {

/// Keeps an item from being removed: rmdir says EBUSY as long as this exists.
///
/// # Invariants
/// item_ is null (moved from) or an item that configfs_depend_item was called for.
template <class Child> class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Dependency {
public:
    Dependency(Dependency&& other) : item_ {other.item_} { other.item_ = nullptr; }
    Dependency& operator=(Dependency other)
    {
        swap(item_, other.item_);
        return *this;
    }
    ~Dependency()
    {
        if (!item_)
            return;
        UNSAFE("depended on: invariant") { bindings::configfs_undepend_item(item_); }
    }

    /// The object of the item. Traps if this was moved from.
    const Child& operator*() const KEEL_LIFETIME_BOUND { return data(); }
    const Child* operator->() const KEEL_LIFETIME_BOUND { return &data(); }

private:
    template <class T> friend class Subsystem;
    explicit Dependency(bindings::config_item* item) : item_ {item} {}

    const Child& data() const
    {
        if (!item_) [[unlikely]]
            trap("use of a Dependency that was moved from");
        return detail::Node<Child, detail::is_group<Child>()>::data(item_);
    }

    bindings::config_item* item_;
};

/// The folder `name` of /sys/kernel/config as long as this exists: a part of the T that it belongs to.
///
/// T, and each class of which it makes items, may define, and is checked to define right:
///
/// | member | called for |
/// |---|---|
/// | `using Attributes = configfs::Attributes<...>` | the files, and groups, that are there from the start |
/// | `Child make_item(Init<Child>&, CStr name) const` | mkdir: builds the object of this item; `init.fail(e)` refuses |
/// | `Result<void> allow_link(const Target&) const` | symlink from this item to one of class Target; others are EPERM |
/// | `void drop_link(const Target&) const` | its removal |
///
/// rmdir ends an item; its object is destroyed when the last user is gone. Operations on files that are still open then
/// answer ENOENT. The module stays as long as user space has items or open files of it. All are called in process
/// context and may sleep, by several processes at once; make_item, and the destructor of a Child, with a mutex of the
/// subsystem held, so that neither calls `depend`.
///
/// # Lifetime
/// Declare it after all members that the operations touch: it is built last and withdrawn first. Part of the module's
/// own value: nothing else is sure to outlive the items.
/// # Invariants
/// Registered exactly while live_; owner_ is the T that this is a member of.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Subsystem {
public:
    Subsystem(const Subsystem&) = delete;
    Subsystem& operator=(const Subsystem&) = delete;

    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST if the name is taken, EINVAL if it is empty or has a slash, ENOMEM.
    KEEL_MAY_SLEEP static Subsystem start(Init<T>& init, CStr name) { return Subsystem(init, name); }

    /// Traps if there are items that user space made: they would outlive their subsystem.
    KEEL_MAY_SLEEP ~Subsystem()
    {
        if (!live_)
            return;
        check_empty();
        UNSAFE("live: registered, and that once") { bindings::configfs_unregister_subsystem(&raw_); }
        end();
    }

    /// Keeps the item `name` of this folder, which has a Child, until the result is destroyed.
    ///
    /// # Context
    /// Process; may sleep. Not in an operation of configfs: they hold what this waits for.
    /// # Errors
    /// ENOENT: there is no such item, or it is of another class. ENOMEM: no memory.
    template <class Child> KEEL_MAY_SLEEP Result<Dependency<Child>> depend(CStr name) const
    {
        bindings::config_item* item;
        UNSAFE("live; what is found is counted for us") { item = find(name.as_ptr()); }
        if (!item)
            return ENOENT;
        int code = -bindings::ENOENT;
        UNSAFE("the dependency keeps the item, once it was made")
        {
            if (detail::Type<Place>::template is<Child>(item))
                code = bindings::configfs_depend_item(&raw_, item);
            bindings::config_item_put(item);
        }
        if (code != 0)
            return Error::from_errno(code);
        return Dependency<Child>(item);
    }

private:
    struct Place {
        using Data = T;
        static const T& data(bindings::config_item* item) { return *of(item).owner_; }
        static void release(bindings::config_item* item) { of(item).released_.complete(); }
        static Subsystem& of(bindings::config_item* item)
        {
            UNSAFE("its type is that of a Subsystem<T>, so that it is the start of a raw_")
            {
                return *reinterpret_cast<Subsystem*>(reinterpret_cast<char*>(item) -
                                                     __builtin_offsetof(Subsystem, raw_));
            }
        }
    };

    Subsystem(Init<T>& init, CStr name) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        if (Result<void> made = make(name.as_ptr()); !made.ok())
            init.fail(made.error());
    }

    Result<void> make(const char* name)
    {
        if (*name == '\0' || __builtin_strchr(name, '/'))
            return EINVAL;
        Result<void> made;
        UNSAFE("raw_ is zero and stays here until release says that nobody uses it, which end waits for")
        {
            bindings::configfs_init_mutex(&raw_);
            bindings::config_group_init_type_name(&raw_.su_group, name, &detail::Type<Place>::value);
            if (raw_.su_group.cg_item.ci_name)
                made = detail::add_defaults(raw_.su_group, *owner_, typename detail::DeclaredBy<T>::Groups {});
            else
                made = ENOMEM; // a long name is allocated
            if (made.ok())
                made = Result<void>::from_errno(bindings::configfs_register_subsystem(&raw_));
        }
        live_ = made.ok();
        if (!live_)
            end();
        return made;
    }

    void end()
    {
        UNSAFE("not registered any more, or not yet, and counted once for us")
        {
            bindings::configfs_remove_default_groups(&raw_.su_group);
            bindings::config_item_put(&raw_.su_group.cg_item);
        }
        released_.wait();
    }

    bindings::config_item* find(const char* name) const
    {
        bindings::mutex_lock(&raw_.su_mutex);
        bindings::config_item* item = bindings::config_group_find_item(&raw_.su_group, name);
        bindings::mutex_unlock(&raw_.su_mutex);
        return item;
    }

    void check_empty() const
    {
        usize groups = 0;
        UNSAFE("the list of children, which su_mutex protects")
        {
            bindings::mutex_lock(&raw_.su_mutex);
            for (const auto* at = raw_.su_group.cg_children.next; at != &raw_.su_group.cg_children; at = at->next)
                groups++;
            for (const auto* at = raw_.su_group.default_groups.next; at != &raw_.su_group.default_groups; at = at->next)
                groups--;
            bindings::mutex_unlock(&raw_.su_mutex);
        }
        if (groups != 0)
            trap("a configfs subsystem ends before its items");
    }

    mutable bindings::configfs_subsystem raw_ {};
    const T* owner_;
    Completion released_;
    bool live_ = false;
};

} // namespace keel::configfs
