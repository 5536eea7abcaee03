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

/// Refuses, with the signature wanted, a class whose operations have another one.
template <class F, class Owner> consteval void check_hooks()
{
    using S = Signatures<F, Owner>;
    if constexpr (Declares_open<F>)
        static_assert(requires { requires is_one_of<decltype(&F::open), typename S::Open>; },
                      "open must be: public: static F open(Init<F>&, const Owner&, const fs::File&)");
    if constexpr (Declares_read<F>)
        static_assert(requires { requires is_one_of<decltype(&F::read), typename S::Read, typename S::ReadFile>; },
                      "read must be: public: Result<usize> read([const fs::File&,] UserWriter&, loff_t&) const");
    if constexpr (Declares_write<F>)
        static_assert(requires { requires is_one_of<decltype(&F::write), typename S::Write, typename S::WriteFile>; },
                      "write must be: public: Result<usize> write([const fs::File&,] UserReader&, loff_t&) const");
    if constexpr (Declares_ioctl<F>)
        static_assert(requires { requires is_one_of<decltype(&F::ioctl), typename S::Ioctl, typename S::IoctlFile>; },
                      "ioctl must be: public: Result<long> ioctl([const fs::File&,] u32 cmd, ioctl::Arg) const");
    if constexpr (Declares_llseek<F>)
        static_assert(requires { requires is_one_of<decltype(&F::llseek), typename S::Llseek>; },
                      "llseek must be: public: Result<loff_t> llseek(const fs::File&, loff_t, fs::Whence) const");
    if constexpr (Declares_poll<F>)
        static_assert(requires { requires is_one_of<decltype(&F::poll), typename S::Poll>; },
                      "poll must be: public: fs::PollMask poll(const fs::File&, fs::PollTable&) const");
    static_assert(Declares_read<F> || Declares_write<F> || Declares_ioctl<F>,
                  "a file of which nothing can be read, written or asked: define read, write or ioctl");
}

} // namespace keel::fs
