// SPDX-License-Identifier: GPL-2.0
// What the folder of a configfs item has in it, declared as types.
// C header: include/linux/configfs.h
#pragma once

#include <bindings/configfs.hpp>
#include <keel/sysfs/attr.hpp>

namespace keel::configfs {

/// A file of text, declared and answered as sysfs::Attr is. One write is at most TextPage::capacity - 1 bytes.
using sysfs::Attr;

/// The file `name`: bytes that `read` gives and `write` takes, `max_size` of them at most (0: any number). Either can
/// be nullptr.
///
/// `Result<void> read(ByteSink&) const` gives all of them; it is called twice, first to see how many there are.
/// `void write(Span<const u8>) const` takes what was written, all at once, when the file is closed. Both are called in
/// process context and may sleep.
template <format::Literal name_, usize max_size_, auto read_, auto write_ = nullptr,
          unsigned mode_ = sysfs::detail::mode_of(!sysfs::detail::is_none<decltype(read_)>,
                                                  !sysfs::detail::is_none<decltype(write_)>)>
struct Bin;

/// A group `name` that is there from the start, and goes with the item: what `make`, a `Child make(Init<Child>&)
/// const`, builds.
template <format::Literal name_, auto make_> struct Default;

namespace detail {

using sysfs::detail::is_name;
using sysfs::detail::is_none;
using sysfs::detail::List;

template <class M> inline constexpr bool is_read = false;
template <class T> inline constexpr bool is_read<Result<void> (T::*)(ByteSink&) const> = true;
template <class M> inline constexpr bool is_write = false;
template <class T> inline constexpr bool is_write<void (T::*)(Span<const u8>) const> = true;

/// The Child that a member of a Parent makes; void if the member is not of that kind.
template <class M> struct Made {
    using Child = void;
};
template <class Parent, class C> struct Made<C (Parent::*)(Init<C>&) const> {
    using Child = C;
};

template <bool wrong, class G> struct Wrong {
    using Type = List<G>;
};
template <class G> struct Wrong<true, G> {
    using Type = List<>;
};

template <class Member> struct Entries {
    static constexpr bool is_member = false;
    using Text = List<>;
    using Bytes = List<>;
    using Groups = List<>;
};
template <format::Literal name, auto show, auto store, unsigned mode> struct Entries<Attr<name, show, store, mode>> {
    static constexpr bool is_member = true;
    using Text = List<Attr<name, show, store, mode>>;
    using Bytes = List<>;
    using Groups = List<>;
};
template <format::Literal name, usize max_size, auto read, auto write, unsigned mode>
struct Entries<Bin<name, max_size, read, write, mode>> {
    static constexpr bool is_member = true;
    using Text = List<>;
    using Bytes = List<Bin<name, max_size, read, write, mode>>;
    using Groups = List<>;
};
template <format::Literal name, auto make> struct Entries<Default<name, make>> {
    static constexpr bool is_member = true;
    using Text = List<>;
    using Bytes = List<>;
    /// Left out if it is wrong, so that one mistake is one error.
    using Groups = Wrong<__is_same(typename Made<decltype(make)>::Child, void), Default<name, make>>::Type;
};

} // namespace detail

template <format::Literal name_, usize max_size_, auto read_, auto write_, unsigned mode_> struct Bin {
    static constexpr const auto& name = name_.text;
    static constexpr usize max_size = max_size_;
    static constexpr auto read = read_;
    static constexpr auto write = write_;
    static constexpr unsigned mode = mode_;
    static constexpr bool reads = detail::is_read<decltype(read_)>;
    static constexpr bool writes = detail::is_write<decltype(write_)>;

    static consteval void check()
    {
        constexpr bool wants_read = !detail::is_none<decltype(read_)>, wants_write = !detail::is_none<decltype(write_)>;
        static_assert(detail::is_name(name), "the name of an attribute is not empty and has no slash");
        static_assert(wants_read || wants_write, "an attribute is read or written");
        static_assert(!wants_read || reads, "read must be: Result<void> read(ByteSink&) const");
        static_assert(!wants_write || writes, "write must be: void write(Span<const u8>) const");
        static_assert(!(wants_read || wants_write) || sysfs::detail::is_mode(mode, wants_read, wants_write),
                      "the mode of an attribute: readable if it is read, writable if it is written, not by everybody");
    }
};

template <format::Literal name_, auto make_> struct Default {
    static constexpr const auto& name = name_.text;
    static constexpr auto make = make_;
    using Child = typename detail::Made<decltype(make_)>::Child;

    static consteval void check()
    {
        static_assert(detail::is_name(name), "the name of a group is not empty and has no slash");
        static_assert(!__is_same(Child, void), "make must be: Child make(Init<Child>&) const");
    }
};

/// Everything that the folder of an item has from the start: `using Attributes = configfs::Attributes<...>`.
template <class... Members> struct Attributes {
    using Text = typename sysfs::detail::Joined<typename detail::Entries<Members>::Text...>::Type;
    using Bytes = typename sysfs::detail::Joined<typename detail::Entries<Members>::Bytes...>::Type;
    using Groups = typename sysfs::detail::Joined<typename detail::Entries<Members>::Groups...>::Type;

    static consteval void check()
    {
        static_assert((detail::Entries<Members>::is_member && ...),
                      "configfs::Attributes are of type Attr, Bin and Default");
        if constexpr ((detail::Entries<Members>::is_member && ...)) {
            (Members::check(), ...);
            static_assert(are_different(), "two attributes of an item have the same name");
        }
    }

private:
    static consteval bool are_different()
    {
        if constexpr (sizeof...(Members) > 1)
            return !sysfs::detail::has_twins({Members::name...});
        else
            return true;
    }
};

} // namespace keel::configfs
