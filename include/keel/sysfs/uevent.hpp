// SPDX-License-Identifier: GPL-2.0
// What user space (udev) is told with an event of an object: variables of the driver's own.
// C header: include/linux/kobject.h (struct kobj_uevent_env)
#pragma once

#include <bindings/sysfs.hpp>
#include <keel/core/format.hpp>
#include <keel/core/result.hpp>
#include <keel/fs/hooks.hpp>

namespace keel::kobject {

namespace detail {

/// How long the name is that `variable` begins with; 0 if it does not begin with a name and '='.
consteval usize name_len(const char* variable)
{
    usize len = 0;
    for (; variable[len] != '='; len++) {
        const char c = variable[len];
        const bool is_letter = c >= 'A' && c <= 'Z';
        if (!is_letter && (len == 0 || !(c == '_' || (c >= '0' && c <= '9'))))
            return 0;
    }
    return len;
}

/// Whether the kernel says this itself, in each event.
consteval bool is_kernels(const char* variable)
{
    const char* const names[] = {"ACTION=", "DEVPATH=", "SUBSYSTEM=", "SEQNUM=", "HOME=", "PATH="};
    for (const char* name : names)
        if (__builtin_strncmp(variable, name, __builtin_strlen(name)) == 0)
            return true;
    return false;
}

} // namespace detail

KEEL_FS_HOOK(uevent)

/// Takes the variables of one event, one after the other. An event has 64 variables and 2048 bytes, of which the kernel
/// needs some: fifty variables of thirty bytes fit.
///
/// # Lifetime
/// Borrowed for the length of one call.
/// # Invariants
/// raw_ has room for kept_variables and kept_bytes more than what was added here.
class KEEL_NOT_SEND KEEL_NOT_SYNC UeventEnv {
public:
    /// # Safety
    /// `raw` is the environment of the event that this call is about.
    KEEL_UNSAFE_FUNCTION explicit UeventEnv(bindings::kobj_uevent_env* raw) : raw_ {raw} {}
    UeventEnv(const UeventEnv&) = delete;
    UeventEnv& operator=(const UeventEnv&) = delete;

    /// Adds a variable, as `variable` and `args` say: see pr_info. Its name is of capital letters, digits and '_'.
    ///
    ///     TRY(env.add<"SLOT={}">(number));
    ///
    /// # Context
    /// Any.
    /// # Errors
    /// ENOMEM: there is no room; nothing was added.
    template <format::Literal variable, class... Args> KEEL_ANY_CONTEXT Result<void> add(const Args&... args)
    {
        static_assert(detail::name_len(variable.text) != 0,
                      "a variable of an event is NAME=..., with a NAME of capital "
                      "letters, digits and _, which begins with a letter");
        static_assert(!detail::is_kernels(variable.text), "this variable is the kernel's to say");
        const Span<char> room = left();
        if (room.is_empty())
            return ENOMEM;
        const usize len = format::into<variable>(room, args...).len();
        if (len + 1 >= room.len()) // cut, or just not
            return ENOMEM;
        raw_->envp[raw_->envp_idx++] = room.data();
        raw_->buflen += static_cast<int>(len) + 1;
        return {};
    }

private:
    // What the kernel adds afterwards, and would warn of in the log if there were no room: SEQNUM; HOME, PATH and the
    // name of the set for a program that is called on each event; a null pointer at the end.
    static constexpr usize kept_variables = 4;
    static constexpr usize kept_bytes = 384;

    /// Where the next variable goes; empty when there is no room for one.
    Span<char> left() const KEEL_LIFETIME_BOUND
    {
        const auto used = static_cast<usize>(raw_->buflen), count = static_cast<usize>(raw_->envp_idx);
        if (count + kept_variables >= bindings::UEVENT_NUM_ENVP || used + kept_bytes >= bindings::UEVENT_BUFFER_SIZE)
            return {};
        UNSAFE("that many bytes of buf are not used yet")
        {
            return Span<char>::from_raw(raw_->buf + used, bindings::UEVENT_BUFFER_SIZE - kept_bytes - used);
        }
    }

    bindings::kobj_uevent_env* raw_;
};

} // namespace keel::kobject
