// SPDX-License-Identifier: GPL-2.0
// Attributes of a class, declared as types: which files user space sees, and which members answer them.
// C header: include/linux/sysfs.h
#pragma once

#include <bindings/sysfs.hpp>
#include <keel/core/byte_sink.hpp>
#include <keel/core/init.hpp>
#include <keel/core/text_page.hpp>

namespace keel::mm {
class VmaPages;
}

namespace keel::sysfs {

namespace detail {

template <class M> inline constexpr bool is_none = __is_same(M, decltype(nullptr));

template <class M> inline constexpr bool is_show = false;
template <class T> inline constexpr bool is_show<Result<void> (T::*)(TextPage&) const> = true;
template <class M> inline constexpr bool is_store = false;
template <class T> inline constexpr bool is_store<Result<void> (T::*)(Str) const> = true;
template <class M> inline constexpr bool is_question = false;
template <class T> inline constexpr bool is_question<bool (T::*)() const> = true;

/// What chmod would say: readable when there is something that shows, writable by its owner when something stores.
consteval unsigned mode_of(bool shows, bool stores) { return (shows ? 0444u : 0u) | (stores ? 0200u : 0u); }

/// Whether `mode` promises what the attribute has, and does not let everybody write. What can be mapped is readable,
/// and writable if it says so.
consteval bool is_mode(unsigned mode, bool shows, bool stores, bool maps = false)
{
    const bool is_readable = (mode & 0444u) != 0, is_writable = (mode & 0220u) != 0;
    return (mode & ~0664u) == 0 && is_readable == (shows || maps) && (is_writable == stores || (is_writable && maps));
}

/// Whether the kernel takes `name` as that of a file: not empty, no slash.
consteval bool is_name(const char* name)
{
    bool fits = *name != '\0';
    for (; *name; name++)
        fits = fits && *name != '/';
    return fits;
}

} // namespace detail

/// The file `name`: text that `show` writes, and that `store` reads. Either can be nullptr.
///
///     sysfs::Attr<"limit", &Echo::show_limit, &Echo::store_limit>
///
/// `Result<void> show(TextPage&) const` writes into an empty page; it is called for each read from the start of the
/// file. `Result<void> store(Str) const` gets what one write wrote, at most a page of it, line end included. Both are
/// called in process context and may sleep, by several processes at once; the object is there as long as they run.
/// Files of both kinds, and modes other than 0444, 0644 and 0200 (what follows from show and store) are possible.
template <format::Literal name_, auto show_, auto store_ = nullptr,
          unsigned mode_ = detail::mode_of(!detail::is_none<decltype(show_)>, !detail::is_none<decltype(store_)>)>
struct Attr {
    static constexpr const auto& name = name_.text;
    static constexpr auto show = show_;
    static constexpr auto store = store_;
    static constexpr unsigned mode = mode_;
    static constexpr bool shows = detail::is_show<decltype(show_)>;
    static constexpr bool stores = detail::is_store<decltype(store_)>;

    static consteval void check()
    {
        constexpr bool wants_show = !detail::is_none<decltype(show_)>, wants_store = !detail::is_none<decltype(store_)>;
        static_assert(detail::is_name(name), "the name of an attribute is not empty and has no slash");
        static_assert(wants_show || wants_store, "an attribute shows or stores something");
        static_assert(!wants_show || shows, "show must be: Result<void> show(TextPage&) const");
        static_assert(!wants_store || stores, "store must be: Result<void> store(Str) const");
        static_assert(!(wants_show || wants_store) || detail::is_mode(mode, wants_show, wants_store),
                      "the mode of an attribute: readable if it shows, writable if it stores, and not by everybody");
    }
};

/// The file `name`: `size` bytes (0: as many as there are) that `read` gives, `write` takes and `mmap` maps. Each can
/// be nullptr.
///
/// `Result<void> read(ByteSink&, loff_t from) const` gives the bytes from an offset on, as many as there is room for;
/// none is the end of the file. `Result<void> write(Span<const u8>, loff_t at) const` takes what one write wrote, at
/// most a page of it. Called as those of Attr.
///
/// `Result<void> mmap(mm::VmaPages&) const` maps pages (keel/mm/vma.hpp); a file that processes may write to by a
/// mapping alone needs a mode that says so. When the attribute is withdrawn, all mappings end: who looks there gets
/// SIGBUS. The pages last as long as anybody has them.
template <format::Literal name_, usize size_, auto read_, auto write_ = nullptr, auto mmap_ = nullptr,
          unsigned mode_ = detail::mode_of(!detail::is_none<decltype(read_)> || !detail::is_none<decltype(mmap_)>,
                                           !detail::is_none<decltype(write_)>)>
struct Bin;

/// Members of a Group that are there if `T::condition`, a `bool condition() const`, says so when they are made.
template <auto condition_, class... Members> struct If;

/// Attributes that come and go together, in a folder `name`, or beside the others if that is "".
template <format::Literal name_, class... Members> struct Group;

/// All attributes of a class, when one Group does not do.
template <class... All> struct Groups;

namespace detail {

template <class M> inline constexpr bool is_read = false;
template <class T> inline constexpr bool is_read<Result<void> (T::*)(ByteSink&, loff_t) const> = true;
template <class M> inline constexpr bool is_write = false;
template <class T> inline constexpr bool is_write<Result<void> (T::*)(Span<const u8>, loff_t) const> = true;
template <class M> inline constexpr bool is_mmap = false;
template <class T> inline constexpr bool is_mmap<Result<void> (T::*)(mm::VmaPages&) const> = true;

template <class... Ts> struct List {};

template <class... Lists> struct Joined {
    using Type = List<>;
};
template <class... As> struct Joined<List<As...>> {
    using Type = List<As...>;
};
template <class... As, class... Bs, class... Rest>
struct Joined<List<As...>, List<Bs...>, Rest...> : Joined<List<As..., Bs...>, Rest...> {};

/// An attribute and its condition, if it has one.
template <class A, auto condition_ = nullptr> struct Entry {
    using Attribute = A;
    static constexpr auto condition = condition_;
    static constexpr bool is_conditional = is_question<decltype(condition_)>;
    static consteval void check()
    {
        static_assert(is_conditional || is_none<decltype(condition_)>, "a condition must be: bool condition() const");
        A::check();
    }
};

/// The entries, of text and of bytes, that a member of a Group stands for.
template <class Member> struct Entries {
    static constexpr bool is_member = false;
    using Text = List<>;
    using Bytes = List<>;
};
template <format::Literal name, auto show, auto store, unsigned mode> struct Entries<Attr<name, show, store, mode>> {
    static constexpr bool is_member = true;
    using Text = List<Entry<Attr<name, show, store, mode>>>;
    using Bytes = List<>;
};
template <format::Literal name, usize size, auto read, auto write, auto mmap, unsigned mode>
struct Entries<Bin<name, size, read, write, mmap, mode>> {
    static constexpr bool is_member = true;
    using Text = List<>;
    using Bytes = List<Entry<Bin<name, size, read, write, mmap, mode>>>;
};
template <auto condition, class L> struct Conditional;
template <auto condition, class... Es> struct Conditional<condition, List<Es...>> {
    using Type = List<Entry<typename Es::Attribute, condition>...>;
};
template <class Member> inline constexpr bool is_if = false;
template <auto condition, class... Members> inline constexpr bool is_if<If<condition, Members...>> = true;
template <auto condition, class... Members> struct Entries<If<condition, Members...>> {
    static constexpr bool is_member = ((Entries<Members>::is_member && !is_if<Members>) && ...);
    using Text = typename Conditional<condition, typename Joined<typename Entries<Members>::Text...>::Type>::Type;
    using Bytes = typename Conditional<condition, typename Joined<typename Entries<Members>::Bytes...>::Type>::Type;
};

/// Whether two of `names` are equal.
template <usize n> consteval bool has_twins(const char* const (&names)[n])
{
    for (usize i = 0; i < n; i++)
        for (usize j = 0; j < i; j++)
            if (__builtin_strcmp(names[i], names[j]) == 0)
                return true;
    return false;
}
template <class... Ts, class... Bs> consteval bool has_twins(List<Ts...>, List<Bs...>)
{
    if constexpr (sizeof...(Ts) + sizeof...(Bs) > 1)
        return has_twins({Ts::Attribute::name..., Bs::Attribute::name...});
    else
        return false;
}

} // namespace detail

template <format::Literal name_, usize size_, auto read_, auto write_, auto mmap_, unsigned mode_> struct Bin {
    static constexpr const auto& name = name_.text;
    static constexpr usize size = size_;
    static constexpr auto read = read_;
    static constexpr auto write = write_;
    static constexpr auto mmap = mmap_;
    static constexpr unsigned mode = mode_;
    static constexpr bool reads = detail::is_read<decltype(read_)>;
    static constexpr bool writes = detail::is_write<decltype(write_)>;
    static constexpr bool maps = detail::is_mmap<decltype(mmap_)>;

    static consteval void check()
    {
        constexpr bool wants_read = !detail::is_none<decltype(read_)>, wants_write = !detail::is_none<decltype(write_)>,
                       wants_mmap = !detail::is_none<decltype(mmap_)>;
        static_assert(detail::is_name(name), "the name of an attribute is not empty and has no slash");
        static_assert(wants_read || wants_write || wants_mmap, "an attribute is read, written or mapped");
        static_assert(!wants_read || reads, "read must be: Result<void> read(ByteSink&, loff_t) const");
        static_assert(!wants_write || writes, "write must be: Result<void> write(Span<const u8>, loff_t) const");
        static_assert(!wants_mmap || maps, "mmap must be: Result<void> mmap(mm::VmaPages&) const");
        static_assert(!(wants_read || wants_write || wants_mmap) ||
                          detail::is_mode(mode, wants_read, wants_write, wants_mmap),
                      "the mode of an attribute: readable if it is read or mapped, writable if it is written, not by "
                      "everybody");
    }
};

template <format::Literal name_, class... Members> struct Group {
    static constexpr const char* name = sizeof(name_.text) > 1 ? name_.text : nullptr;
    using Text = typename detail::Joined<typename detail::Entries<Members>::Text...>::Type;
    using Bytes = typename detail::Joined<typename detail::Entries<Members>::Bytes...>::Type;

    static consteval void check()
    {
        static_assert(sizeof...(Members) > 0, "a group has attributes");
        static_assert(!name || detail::is_name(name_.text), "the name of a group has no slash");
        static_assert((detail::Entries<Members>::is_member && ...),
                      "a sysfs::Group has members of type Attr, Bin, and If of these");
        check(Text {}, Bytes {});
    }

private:
    template <class... Ts, class... Bs>
    static consteval void check(detail::List<Ts...> texts, detail::List<Bs...> bytes)
    {
        (Ts::check(), ...);
        (Bs::check(), ...);
        static_assert(!detail::has_twins(decltype(texts) {}, decltype(bytes) {}),
                      "two attributes of a group have the same name");
    }
};

template <class... All> struct Groups {
    static consteval void check() { (All::check(), ...); }
};

namespace detail {

/// Whether `Declared` has the attribute `name`, in the group `group`.
template <class Declared> struct Names;
template <class... Gs> struct Names<Groups<Gs...>> {
    static consteval bool has(const char* name, const char* group) { return (Names<Gs>::has(name, group) || ...); }
};
template <format::Literal group_, class... Members> struct Names<Group<group_, Members...>> {
    template <class... Ts> static consteval bool any(const char* name, List<Ts...>)
    {
        return ((__builtin_strcmp(Ts::Attribute::name, name) == 0) || ...);
    }
    static consteval bool has(const char* name, const char* group)
    {
        using G = Group<group_, Members...>;
        return __builtin_strcmp(group_.text, group) == 0 &&
               (any(name, typename G::Text {}) || any(name, typename G::Bytes {}));
    }
};

} // namespace detail

} // namespace keel::sysfs
