// SPDX-License-Identifier: GPL-2.0
// The C tables of a configfs item, computed from what its class declares.
// C header: include/linux/configfs.h (struct config_item_type)
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/configfs/attr.hpp>

namespace keel::configfs::detail {

// Declares_x<D>: D has a member x of whatever kind, overloaded or private included. Found by making it ambiguous.
#define KEEL_CONFIGFS_DECLARES(name)                                                                                   \
    struct Fallback_##name {                                                                                           \
        int name;                                                                                                      \
    };                                                                                                                 \
    template <class D> struct Probe_##name : D, Fallback_##name {};                                                    \
    template <class D> consteval bool declares_##name()                                                                \
    {                                                                                                                  \
        return !requires { &Probe_##name<D>::name; };                                                                  \
    }

KEEL_CONFIGFS_DECLARES(make_item)
KEEL_CONFIGFS_DECLARES(allow_link)
KEEL_CONFIGFS_DECLARES(drop_link)
#undef KEEL_CONFIGFS_DECLARES

/// The Target of `R (D::*)(const Target&) const`.
template <class M, class R> struct LinkedBy {
    using Target = void;
};
template <class D, class R, class T> struct LinkedBy<R (D::*)(const T&) const, R> {
    using Target = T;
};

/// What mkdir makes in an item of class D; void if nothing.
template <class D, bool declared = declares_make_item<D>()> struct ChildOf {
    using Type = void;
};
template <class D> struct ChildOf<D, true> {
    template <class M> struct From {
        using Type = void;
    };
    template <class C> struct From<C (D::*)(Init<C>&, CStr) const> {
        using Type = C;
    };
    template <class T> static consteval auto look()
    {
        if constexpr (requires { requires !__is_same(typename From<decltype(&T::make_item)>::Type, void); })
            return From<decltype(&T::make_item)> {};
        else
            return From<void> {};
    }
    using Type = typename decltype(look<D>())::Type;
};
template <class D> using Child = typename ChildOf<D>::Type;

/// What symbolic links from an item of class D lead to; void if there are none.
template <class D, bool declared = declares_allow_link<D>()> struct TargetOf {
    using Type = void;
};
template <class D> struct TargetOf<D, true> {
    template <class T> static consteval auto look()
    {
        if constexpr (requires {
                          requires !__is_same(typename LinkedBy<decltype(&T::allow_link), Result<void>>::Target, void);
                      })
            return LinkedBy<decltype(&T::allow_link), Result<void>> {};
        else
            return LinkedBy<void, void> {};
    }
    using Type = typename decltype(look<D>())::Target;
};
template <class D> using Target = typename TargetOf<D>::Type;

template <class D> consteval bool drops_right()
{
    return requires { requires __is_same(typename LinkedBy<decltype(&D::drop_link), void>::Target, Target<D>); };
}

/// What D declares to be in its folder.
template <class D> struct AttributesOf {
    static_assert(sizeof(D) > 0, "asked for where the class is complete");
    template <class T> static consteval auto look()
    {
        if constexpr (requires { typename T::Attributes; })
            return typename T::Attributes {};
        else
            return Attributes<> {};
    }
    using Type = decltype(look<D>());
};
template <class D> using DeclaredBy = typename AttributesOf<D>::Type;

/// Refuses, with the signature wanted, members that have another. Apart from what finds them, so that one mistake is
/// one error.
template <class D> consteval void check_members()
{
    static_assert(!declares_make_item<D>() || !__is_same(Child<D>, void),
                  "make_item must be: public: Child make_item(Init<Child>&, CStr name) const");
    static_assert(!declares_allow_link<D>() || !__is_same(Target<D>, void),
                  "allow_link must be: public: Result<void> allow_link(const Target&) const");
    static_assert(!declares_drop_link<D>() || declares_allow_link<D>(), "drop_link goes with an allow_link");
    static_assert(!declares_drop_link<D>() || !declares_allow_link<D>() || drops_right<D>(),
                  "drop_link must be: public: void drop_link(const Target&) const, as allow_link");
    DeclaredBy<D>::check();
}

template <class... Ts> consteval bool has_some(List<Ts...>) { return sizeof...(Ts) > 0; }

/// Whether an item of class D has others in it.
template <class D> consteval bool is_group()
{
    return declares_make_item<D>() || has_some(typename DeclaredBy<D>::Groups {});
}

/// The C attribute for A of items that `Place` finds the data of: `static const Data& data(bindings::config_item*)`.
template <class Place, class A> struct TextTable {
    static isize show(bindings::config_item* item, char* buffer)
    {
        UNSAFE("configfs gives show a page, and one that nobody else uses")
        {
            TextPage page(buffer);
            Result<void> shown = (Place::data(item).*A::show)(page);
            return shown.ok() ? static_cast<isize>(page.len()) : shown.to_errno();
        }
    }
    static isize store(bindings::config_item* item, const char* text, usize len)
    {
        UNSAFE("configfs gives store the len bytes that were written")
        {
            Result<void> stored = (Place::data(item).*A::store)(Str(Span<const char>::from_raw(text, len)));
            return stored.ok() ? static_cast<isize>(len) : stored.to_errno();
        }
    }

    static consteval auto make()
    {
        bindings::configfs_attribute made {};
        made.ca_name = A::name;
        made.ca_owner = &bindings::__this_module;
        made.ca_mode = static_cast<bindings::umode_t>(A::mode);
        if constexpr (A::shows)
            made.show = show;
        if constexpr (A::stores)
            made.store = store;
        return made;
    }
    static constexpr bindings::configfs_attribute value = make();
};

template <class Place, class A> struct BinTable {
    /// How many bytes are counted at most. One too many is EFBIG.
    static constexpr usize countable = A::max_size ? A::max_size + 1 : usize {1} << 30;

    /// First without a buffer, to learn the size; then into one of that size, which goes to user space whole.
    static isize read(bindings::config_item* item, void* buffer, usize len)
    {
        UNSAFE("configfs gives read a buffer of len bytes, and one that nobody else uses")
        {
            const auto room = Span<u8>::from_raw(static_cast<u8*>(buffer), buffer ? len : countable);
            ByteSink out(room);
            Result<void> done = (Place::data(item).*A::read)(out);
            if (!done.ok())
                return done.to_errno();
            if (buffer)
                __builtin_memset(room.from(out.len()).data(), 0, len - out.len());
            return static_cast<isize>(out.len());
        }
    }
    static isize write(bindings::config_item* item, const void* buffer, usize len)
    {
        UNSAFE("configfs gives write the len bytes that were written")
        {
            (Place::data(item).*A::write)(Span<const u8>::from_raw(static_cast<const u8*>(buffer), len));
        }
        return static_cast<isize>(len);
    }

    static consteval auto make()
    {
        bindings::configfs_bin_attribute made {};
        made.cb_attr.ca_name = A::name;
        made.cb_attr.ca_owner = &bindings::__this_module;
        made.cb_attr.ca_mode = static_cast<bindings::umode_t>(A::mode);
        made.cb_max_size = A::max_size;
        if constexpr (A::reads)
            made.read = read;
        if constexpr (A::writes)
            made.write = write;
        return made;
    }
    static constexpr bindings::configfs_bin_attribute value = make();
};

template <class D, bool group> class Node;

/// struct config_item_type of items whose data Place finds, and which Place::release ends.
template <class Place> struct Type {
    using D = typename Place::Data;
    using Declared = DeclaredBy<D>;

    /// Null-terminated tables. C has them writable, and does not write there.
    template <class L> struct Pointers;
    template <class... As> struct Pointers<List<As...>> {
        static constexpr bindings::configfs_attribute* text[] = {
            const_cast<bindings::configfs_attribute*>(&TextTable<Place, As>::value)..., nullptr};
    };
    template <class L> struct BinPointers;
    template <class... As> struct BinPointers<List<As...>> {
        static constexpr bindings::configfs_bin_attribute* bytes[] = {
            const_cast<bindings::configfs_bin_attribute*>(&BinTable<Place, As>::value)..., nullptr};
    };

    static bindings::config_item* make_item(bindings::config_group* group, const char* name)
    {
        return static_cast<bindings::config_item*>(made<Node<Child<D>, false>>(group, name).into_niche());
    }
    static bindings::config_group* make_group(bindings::config_group* group, const char* name)
    {
        return static_cast<bindings::config_group*>(made<Node<Child<D>, true>>(group, name).into_niche());
    }
    /// What D makes, or an ERR_PTR, for C.
    template <class N> struct Outcome {
        Result<typename N::Raw*> result;
        void* into_niche()
        {
            UNSAFE("an encoded errno, which C looks at before it follows it")
            {
                return result.ok() ? result.take()
                                   : reinterpret_cast<void*>(static_cast<isize>(result.error().to_errno()));
            }
        }
    };
    template <class N> static Outcome<N> made(bindings::config_group* group, const char* raw_name)
    {
        UNSAFE("configfs passes a name, and one that stays as long as this runs")
        {
            const CStr name = CStr::from_raw(raw_name);
            const D& parent = Place::data(&group->cg_item);
            return {
                N::create(raw_name, [&](Init<Child<D>>& init) -> Child<D> { return parent.make_item(init, name); })};
        }
    }

    /// Whether `item` is one of ours, with data of class T.
    template <class T> static bool is(bindings::config_item* item)
    {
        if (item->ci_type == &Type<Node<T, true>>::value)
            return true;
        if constexpr (is_group<T>())
            return false;
        else
            return item->ci_type == &Type<Node<T, false>>::value;
    }
    template <class T> static const T& linked(bindings::config_item* item)
    {
        if constexpr (!is_group<T>())
            if (item->ci_type == &Type<Node<T, false>>::value)
                return Node<T, false>::data(item);
        return Node<T, true>::data(item);
    }
    static int allow_link(bindings::config_item* from, bindings::config_item* to)
    {
        if (!is<Target<D>>(to))
            return -bindings::EPERM;
        return static_cast<int>(Place::data(from).allow_link(linked<Target<D>>(to)).to_errno());
    }
    static void drop_link(bindings::config_item* from, bindings::config_item* to)
    {
        Place::data(from).drop_link(linked<Target<D>>(to));
    }

    static consteval auto make_item_operations()
    {
        bindings::configfs_item_operations made {};
        made.release = Place::release;
        if constexpr (!__is_same(Target<D>, void)) {
            made.allow_link = allow_link;
            if constexpr (drops_right<D>())
                made.drop_link = drop_link;
        }
        return made;
    }
    static consteval auto make_group_operations()
    {
        bindings::configfs_group_operations made {};
        if constexpr (!__is_same(Child<D>, void)) {
            if constexpr (is_group<Child<D>>())
                made.make_group = make_group;
            else
                made.make_item = make_item;
        }
        return made;
    }
    static constexpr bindings::configfs_item_operations item_operations = make_item_operations();
    static constexpr bindings::configfs_group_operations group_operations = make_group_operations();

    static consteval auto make()
    {
        check_members<D>();
        bindings::config_item_type made {};
        made.ct_owner = &bindings::__this_module;
        made.ct_item_ops = const_cast<decltype(made.ct_item_ops)>(&item_operations);
        if constexpr (!__is_same(Child<D>, void))
            made.ct_group_ops = const_cast<decltype(made.ct_group_ops)>(&group_operations);
        if constexpr (has_some(typename Declared::Text {}))
            made.ct_attrs = const_cast<decltype(made.ct_attrs)>(Pointers<typename Declared::Text>::text);
        if constexpr (has_some(typename Declared::Bytes {}))
            made.ct_bin_attrs = const_cast<decltype(made.ct_bin_attrs)>(BinPointers<typename Declared::Bytes>::bytes);
        return made;
    }
    static constexpr bindings::config_item_type value = make();
};

} // namespace keel::configfs::detail
