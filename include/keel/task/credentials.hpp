// SPDX-License-Identifier: GPL-2.0
// On whose behalf something is done, and what that allows.
// C headers: include/linux/cred.h, include/linux/capability.h
#pragma once

#include <bindings/task.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/task/user_namespace.hpp>

namespace keel {

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

    /// Where its numbers have their meaning.
    KEEL_ANY_CONTEXT const UserNamespace& user_namespace() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("live: lifetime; credentials hold their namespace")
        {
            return UserNamespace::from_raw(bindings::cred_user_namespace(raw()));
        }
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

/// Whether the current process has that capability in a user namespace, as over what belongs to it.
///
/// # Context
/// Process.
KEEL_MAY_SLEEP [[nodiscard]] inline bool capable(const UserNamespace& over, Capability capability)
{
    UNSAFE("live: lifetime; one of the kernel's numbers")
    {
        return bindings::ns_capable(over.raw(), static_cast<int>(capability));
    }
}

/// Whether the current process is of a group: as the one that it makes files with, or one of its supplementary groups.
///
/// # Context
/// Process.
KEEL_MAY_SLEEP [[nodiscard]] inline bool in_group(Gid gid)
{
    UNSAFE("asks about the current process") { return bindings::current_in_group(gid.raw()); }
}

} // namespace keel
