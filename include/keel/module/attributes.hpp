// SPDX-License-Identifier: GPL-2.0
// Attributes in /sys/module/MODULE.
// C header: include/linux/module.h (struct module_attribute)
#pragma once

#include <bindings/module.hpp>
#include <keel/sysfs/table.hpp>

namespace keel::module {

/// T's attributes as files of /sys/module/MODULE, as long as this exists: a part of T, of which there is one.
///
/// T declares `using Attributes = sysfs::Group<...>` or `sysfs::Groups<...>`; a group with a name is a folder.
///
/// # Lifetime
/// Declare it after all members that the attributes touch: it is built last and withdrawn first, after the last of
/// their operations ended. Files that are still open then answer ENODEV.
/// # Invariants
/// live_ exactly while the groups are there, and owner is the T that this is a member of.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Attributes {
public:
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST if a name is taken, EBUSY if there is another of this T, ENOMEM.
    KEEL_MAY_SLEEP static Attributes start(Init<T>& init) { return Attributes(init); }

    KEEL_MAY_SLEEP ~Attributes()
    {
        if (!live_)
            return;
        UNSAFE("live: the groups are there") { bindings::sysfs_remove_groups(folder(), groups()); }
        owner = nullptr;
    }

private:
    /// What the callbacks get leads to the module, and there is one T of it.
    struct Path {
        using Owner = T;
        using Attribute = bindings::module_attribute;
        template <class First> static const T& owner(First*)
        {
            UNSAFE("set as long as the attributes are there") { return *Attributes::owner; }
        }
    };

    static consteval const bindings::attribute_group** groups()
    {
        constexpr auto declared = sysfs::groups_of<Path>();
        static_assert(declared != nullptr, "T declares: public: using Attributes = sysfs::Group<...>");
        return declared;
    }
    static bindings::kobject* folder() { return bindings::kobject_of_module(); }

    explicit Attributes(Init<T>& init)
    {
        if (init.failed())
            return;
        const T* nobody = nullptr;
        if (!__atomic_compare_exchange_n(&owner, &nobody, init.self(), false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
            init.fail(EBUSY);
            return;
        }
        int code;
        UNSAFE("the folder is there as long as code of this module runs, and the tables as long as the module")
        {
            code = bindings::sysfs_create_groups(folder(), groups());
        }
        live_ = code == 0;
        if (!live_) {
            owner = nullptr;
            init.fail(Error::from_errno(code));
        }
    }

    static inline constinit const T* owner = nullptr;
    bool live_ = false;
};

} // namespace keel::module
