// SPDX-License-Identifier: GPL-2.0
// Users and groups, and the numbers that they have in a user namespace.
// C headers: include/linux/uidgid.h, include/linux/user_namespace.h
#pragma once

#include <bindings/task.hpp>
#include <keel/core/option.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/aref.hpp>

namespace keel {

/// A user, as the kernel knows it: the same one in every user namespace.
class KEEL_SEND KEEL_SYNC Uid {
public:
    /// # Safety
    /// `raw` is the number of a user to the kernel, not to a namespace.
    KEEL_UNSAFE_FUNCTION static constexpr Uid from_raw(u32 raw) { return Uid(raw); }
    constexpr u32 raw() const { return raw_; }
    /// The superuser of the machine.
    static constexpr Uid root() { return Uid(0); }
    /// The user whom the machine itself, in its first user namespace, gives that number.
    static constexpr Uid of_machine(u32 number) { return Uid(number); }

    /// The number in the user namespace of the current process, as its getuid gives it; 65534 if it has none there.
    ///
    /// # Context
    /// Process.
    KEEL_MAY_SLEEP u32 number_here() const
    {
        UNSAFE("asks about the current process") { return bindings::uid_in_current_namespace(raw_); }
    }

    constexpr bool operator==(const Uid&) const = default;

private:
    constexpr explicit Uid(u32 raw) : raw_ {raw} {}

    u32 raw_;
};

/// A group, as the kernel knows it: the same one in every user namespace.
class KEEL_SEND KEEL_SYNC Gid {
public:
    /// # Safety
    /// `raw` is the number of a group to the kernel, not to a namespace.
    KEEL_UNSAFE_FUNCTION static constexpr Gid from_raw(u32 raw) { return Gid(raw); }
    constexpr u32 raw() const { return raw_; }
    /// The group of the machine's superuser.
    static constexpr Gid root() { return Gid(0); }
    /// The group that the machine itself, in its first user namespace, gives that number.
    static constexpr Gid of_machine(u32 number) { return Gid(number); }

    /// The number in the user namespace of the current process; 65534 if it has none there.
    ///
    /// # Context
    /// Process.
    KEEL_MAY_SLEEP u32 number_here() const
    {
        UNSAFE("asks about the current process") { return bindings::gid_in_current_namespace(raw_); }
    }

    constexpr bool operator==(const Gid&) const = default;

private:
    constexpr explicit Gid(u32 raw) : raw_ {raw} {}

    u32 raw_;
};

/// What numbers mean which users and groups, counted by the kernel: keep one with ARef<UserNamespace>.
class KEEL_SEND KEEL_SYNC UserNamespace {
public:
    UserNamespace() = delete;
    UserNamespace(const UserNamespace&) = delete;

    /// # Safety
    /// `raw` is live for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const UserNamespace& from_raw(bindings::user_namespace* raw)
    {
        UNSAFE("a UserNamespace is a bindings::user_namespace and adds nothing")
        {
            return *reinterpret_cast<const UserNamespace*>(raw);
        }
    }
    KEEL_ANY_CONTEXT bindings::user_namespace* raw() const
    {
        UNSAFE("a UserNamespace is a bindings::user_namespace: from_raw")
        {
            return reinterpret_cast<bindings::user_namespace*>(const_cast<UserNamespace*>(this));
        }
    }

    // In any context.

    /// The number of a user here; 65534 if it has none.
    KEEL_ANY_CONTEXT u32 number_of(Uid uid) const
    {
        UNSAFE("live: lifetime") { return bindings::uid_in_namespace(raw(), uid.raw()); }
    }
    /// The number of a group here; 65534 if it has none.
    KEEL_ANY_CONTEXT u32 number_of(Gid gid) const
    {
        UNSAFE("live: lifetime") { return bindings::gid_in_namespace(raw(), gid.raw()); }
    }
    /// Whom a number means here, if anybody.
    KEEL_ANY_CONTEXT Option<Uid> uid(u32 number) const
    {
        UNSAFE("live: lifetime; the number comes from the kernel")
        {
            const u32 found = bindings::uid_of_namespace(raw(), number);
            return found == nobody ? none : Option<Uid>(Uid::from_raw(found));
        }
    }
    KEEL_ANY_CONTEXT Option<Gid> gid(u32 number) const
    {
        UNSAFE("live: lifetime; the number comes from the kernel")
        {
            const u32 found = bindings::gid_of_namespace(raw(), number);
            return found == nobody ? none : Option<Gid>(Gid::from_raw(found));
        }
    }

    KEEL_ANY_CONTEXT bool operator==(const UserNamespace& other) const { return this == &other; }

    KEEL_ANY_CONTEXT static void get(const UserNamespace& held)
    {
        UNSAFE("live: lifetime of the reference") { bindings::get_user_ns(held.raw()); }
    }
    KEEL_ANY_CONTEXT static void put(const UserNamespace& held)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_user_ns(held.raw()); }
    }

private:
    static constexpr u32 nobody = ~u32 {0};

    [[maybe_unused]] char opaque_;
};

} // namespace keel
