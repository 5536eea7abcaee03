// SPDX-License-Identifier: GPL-2.0
// On whose behalf something is done, and what that allows.
// C headers: include/linux/cred.h, include/linux/uidgid.h, include/linux/capability.h
#pragma once

#include <bindings/task.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/aref.hpp>

namespace keel {

/// A user, as the kernel knows it: the same one in every user namespace.
class KEEL_SEND KEEL_SYNC Uid {
public:
    /// # Safety
    /// `raw` is the number of a user to the kernel, not to a namespace.
    KEEL_UNSAFE_FUNCTION static constexpr Uid from_raw(u32 raw) { return Uid(raw); }
    /// The superuser of the machine.
    static constexpr Uid root() { return Uid(0); }

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

/// The users and groups that a task acts for. They do not change: a task that changes its user gets others. Counted by
/// the kernel: keep them with ARef<Credentials>.
class KEEL_SEND KEEL_SYNC Credentials {
public:
    Credentials() = delete;
    Credentials(const Credentials&) = delete;

    /// # Safety
    /// `raw` is live for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const Credentials& from_raw(const bindings::cred* raw)
    {
        UNSAFE("a Credentials is a bindings::cred and adds nothing")
        {
            return *reinterpret_cast<const Credentials*>(raw);
        }
    }
    const bindings::cred* raw() const
    {
        UNSAFE("a Credentials is a bindings::cred: from_raw") { return reinterpret_cast<const bindings::cred*>(this); }
    }

    // In any context.

    /// Who started it.
    KEEL_ANY_CONTEXT Uid uid() const
    {
        UNSAFE("live: lifetime") { return Uid::from_raw(bindings::cred_uid(raw())); }
    }
    /// Whose rights count.
    KEEL_ANY_CONTEXT Uid euid() const
    {
        UNSAFE("live: lifetime") { return Uid::from_raw(bindings::cred_euid(raw())); }
    }
    KEEL_ANY_CONTEXT Gid gid() const
    {
        UNSAFE("live: lifetime") { return Gid::from_raw(bindings::cred_gid(raw())); }
    }
    KEEL_ANY_CONTEXT Gid egid() const
    {
        UNSAFE("live: lifetime") { return Gid::from_raw(bindings::cred_egid(raw())); }
    }

    KEEL_ANY_CONTEXT static void get(const Credentials& credentials)
    {
        UNSAFE("live: lifetime of the reference") { bindings::get_cred(credentials.raw()); }
    }
    KEEL_ANY_CONTEXT static void put(const Credentials& credentials)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_cred(credentials.raw()); }
    }

private:
    [[maybe_unused]] char opaque_;
};

/// What a process may do beyond its own files and processes; see capabilities(7).
enum class Capability : int {
    Chown = bindings::CAP_CHOWN,
    DacOverride = bindings::CAP_DAC_OVERRIDE,
    Kill = bindings::CAP_KILL,
    NetBindService = bindings::CAP_NET_BIND_SERVICE,
    NetAdmin = bindings::CAP_NET_ADMIN,
    NetRaw = bindings::CAP_NET_RAW,
    IpcLock = bindings::CAP_IPC_LOCK,
    SysModule = bindings::CAP_SYS_MODULE,
    SysRawio = bindings::CAP_SYS_RAWIO,
    SysPtrace = bindings::CAP_SYS_PTRACE,
    SysAdmin = bindings::CAP_SYS_ADMIN,
    SysBoot = bindings::CAP_SYS_BOOT,
    SysNice = bindings::CAP_SYS_NICE,
    SysResource = bindings::CAP_SYS_RESOURCE,
    SysTime = bindings::CAP_SYS_TIME,
    SysTtyConfig = bindings::CAP_SYS_TTY_CONFIG,
    Syslog = bindings::CAP_SYSLOG,
    Perfmon = bindings::CAP_PERFMON,
    Bpf = bindings::CAP_BPF,
};

/// Whether the current process has that capability on the machine (not only in a namespace of its own). Asking counts
/// as using it, for audit.
///
/// # Context
/// Process.
KEEL_MAY_SLEEP [[nodiscard]] inline bool capable(Capability capability)
{
    UNSAFE("one of the kernel's numbers") { return bindings::capable(static_cast<int>(capability)); }
}

} // namespace keel
