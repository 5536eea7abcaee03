// SPDX-License-Identifier: GPL-2.0
// Which file operations a class defines, found at compile time; a wrong signature is an error, not a missing operation.
#pragma once

#include <keel/fs/ioctl.hpp>
#include <keel/fs/poll.hpp>

namespace keel::fs {

/// Whether Member is one of the Allowed types.
template <class Member, class... Allowed> inline constexpr bool is_one_of = (SameAs<Member, Allowed> || ...);

// Declares_x<F>: F has a member x of whatever kind, overloaded or private included. Found by making it ambiguous.
#define KEEL_FS_DECLARES(name)                                                                                         \
    struct Fallback_##name {                                                                                           \
        int name;                                                                                                      \
    };                                                                                                                 \
    template <class F> struct Probe_##name : F, Fallback_##name {};                                                    \
    template <class F>                                                                                                 \
    concept Declares_##name = !requires { &Probe_##name<F>::name; };

KEEL_FS_DECLARES(open)
KEEL_FS_DECLARES(read)
KEEL_FS_DECLARES(write)
KEEL_FS_DECLARES(ioctl)
KEEL_FS_DECLARES(llseek)
KEEL_FS_DECLARES(poll)
#undef KEEL_FS_DECLARES

/// The signatures that the file operations of a class F, opened through an Owner, have.
template <class F, class Owner> struct Signatures {
    using Open = F (*)(Init<F>&, const Owner&, const File&);
    using Read = Result<usize> (F::*)(UserWriter&, loff_t&) const;
    using ReadFile = Result<usize> (F::*)(const File&, UserWriter&, loff_t&) const;
    using Write = Result<usize> (F::*)(UserReader&, loff_t&) const;
    using WriteFile = Result<usize> (F::*)(const File&, UserReader&, loff_t&) const;
    using Ioctl = Result<long> (F::*)(u32, ::keel::ioctl::Arg) const;
    using IoctlFile = Result<long> (F::*)(const File&, u32, ::keel::ioctl::Arg) const;
    using Llseek = Result<loff_t> (F::*)(const File&, loff_t, Whence) const;
    using Poll = PollMask (F::*)(const File&, PollTable&) const;
};

/// What F has of one operation.
enum class Hook { Absent, Present, Wrong };

#define KEEL_FS_HOOK(name, ...)                                                                                        \
    template <class F, class Owner> consteval Hook hook_##name()                                                       \
    {                                                                                                                  \
        using S [[maybe_unused]] = Signatures<F, Owner>;                                                               \
        if constexpr (!Declares_##name<F>)                                                                             \
            return Hook::Absent;                                                                                       \
        else if constexpr (requires { requires is_one_of<decltype(&F::name), __VA_ARGS__>; })                          \
            return Hook::Present;                                                                                      \
        else                                                                                                           \
            return Hook::Wrong;                                                                                        \
    }

KEEL_FS_HOOK(open, typename S::Open)
KEEL_FS_HOOK(read, typename S::Read, typename S::ReadFile)
KEEL_FS_HOOK(write, typename S::Write, typename S::WriteFile)
KEEL_FS_HOOK(ioctl, typename S::Ioctl, typename S::IoctlFile)
KEEL_FS_HOOK(llseek, typename S::Llseek)
KEEL_FS_HOOK(poll, typename S::Poll)
#undef KEEL_FS_HOOK

/// The operations that F has.
template <class F, class Owner> struct Hooks {
    static constexpr Hook open = hook_open<F, Owner>();
    static constexpr Hook read = hook_read<F, Owner>();
    static constexpr Hook write = hook_write<F, Owner>();
    static constexpr Hook ioctl = hook_ioctl<F, Owner>();
    static constexpr Hook llseek = hook_llseek<F, Owner>();
    static constexpr Hook poll = hook_poll<F, Owner>();
};

/// Refuses, with the signature wanted, operations that have another. Apart from Hooks, so that one mistake is one
/// error.
template <class F, class Owner> consteval void check_hooks()
{
    using Has = Hooks<F, Owner>;
    static_assert(Has::open != Hook::Wrong,
                  "open must be: public: static F open(Init<F>&, const Owner&, const fs::File&)");
    static_assert(Has::read != Hook::Wrong,
                  "read must be: public: Result<usize> read([const fs::File&,] UserWriter&, loff_t&) const");
    static_assert(Has::write != Hook::Wrong,
                  "write must be: public: Result<usize> write([const fs::File&,] UserReader&, loff_t&) const");
    static_assert(Has::ioctl != Hook::Wrong,
                  "ioctl must be: public: Result<long> ioctl([const fs::File&,] u32 cmd, ioctl::Arg) const");
    static_assert(Has::llseek != Hook::Wrong,
                  "llseek must be: public: Result<loff_t> llseek(const fs::File&, loff_t, fs::Whence) const");
    static_assert(Has::poll != Hook::Wrong,
                  "poll must be: public: fs::PollMask poll(const fs::File&, fs::PollTable&) const");
    static_assert(Has::open != Hook::Absent || __is_same(F, Owner),
                  "a class for each open file needs: public: static F open(Init<F>&, const Owner&, const fs::File&)");
    static_assert(Has::read != Hook::Absent || Has::write != Hook::Absent || Has::ioctl != Hook::Absent,
                  "a file of which nothing can be read, written or asked: define read, write or ioctl");
}

} // namespace keel::fs
