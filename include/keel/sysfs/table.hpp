// SPDX-License-Identifier: GPL-2.0
// The C tables of attributes, computed from those that a class declares.
// C headers: include/linux/sysfs.h, include/linux/device.h
#pragma once

#include <keel/sysfs/attr.hpp>

namespace keel::sysfs {

/// The device that callbacks of its attributes are given: itself, or its kobject.
inline bindings::device* device_of(bindings::device* device) { return device; }
inline bindings::device* device_of(bindings::kobject* kobject)
{
    UNSAFE("the attributes are of a device: its kobject is a member")
    {
        auto* device = reinterpret_cast<char*>(kobject) - __builtin_offsetof(bindings::device, kobj);
        return reinterpret_cast<bindings::device*>(device);
    }
}

/// How a device leads to the T whose attributes it has: by its drvdata, which whoever makes the device sets to a
/// `const T*` before it can be found.
///
/// A Path has: Owner, Attribute (the C type of its attributes), and owner(x) for whatever the callbacks of such an
/// attribute get first, and for the kobject that those of binary attributes get.
template <class T> struct DrvdataPath {
    using Owner = T;
    using Attribute = bindings::device_attribute;

    template <class Object> static const T& owner(Object* object)
    {
        UNSAFE("the drvdata of such a device is a T: see above")
        {
            return *static_cast<const T*>(device_of(object)->driver_data);
        }
    }
};

namespace detail {

template <class Path, class A> struct TextTable {
    template <class First, class Second> static isize show(First* first, Second*, char* buffer)
    {
        UNSAFE("sysfs gives show a page, and one that nobody else uses")
        {
            TextPage page(buffer);
            Result<void> shown = (Path::owner(first).*A::show)(page);
            return shown.ok() ? static_cast<isize>(page.len()) : shown.to_errno();
        }
    }
    template <class First, class Second> static isize store(First* first, Second*, const char* text, usize len)
    {
        UNSAFE("sysfs gives store the len bytes that were written")
        {
            Result<void> stored = (Path::owner(first).*A::store)(Str(Span<const char>::from_raw(text, len)));
            return stored.ok() ? static_cast<isize>(len) : stored.to_errno();
        }
    }

    static consteval auto make()
    {
        typename Path::Attribute made {};
        made.attr.name = A::name;
        made.attr.mode = static_cast<bindings::umode_t>(A::mode);
        if constexpr (A::shows)
            made.show = &show;
        if constexpr (A::stores)
            made.store = &store;
        return made;
    }
    static constexpr typename Path::Attribute value = make();
};

template <class Path, class A> struct BinTable {
    template <class Attribute>
    static isize read(bindings::file*, bindings::kobject* kobject, Attribute*, char* buffer, bindings::loff_t from,
                      usize len)
    {
        UNSAFE("sysfs gives read a buffer of len bytes, and one that nobody else uses")
        {
            ByteSink out(Span<u8>::from_raw(reinterpret_cast<u8*>(buffer), len));
            Result<void> done = (Path::owner(kobject).*A::read)(out, from);
            return done.ok() ? static_cast<isize>(out.len()) : done.to_errno();
        }
    }
    template <class Attribute>
    static isize write(bindings::file*, bindings::kobject* kobject, Attribute*, char* buffer, bindings::loff_t at,
                       usize len)
    {
        UNSAFE("sysfs gives write the len bytes that were written")
        {
            const auto bytes = Span<const u8>::from_raw(reinterpret_cast<const u8*>(buffer), len);
            Result<void> done = (Path::owner(kobject).*A::write)(bytes, at);
            return done.ok() ? static_cast<isize>(len) : done.to_errno();
        }
    }
    /// Who defines mmap includes keel/mm/vma.hpp; to all others Area is a name.
    template <class Attribute, class Area = mm::VmaPages>
    static int mmap(bindings::file*, bindings::kobject* kobject, Attribute*, bindings::vm_area_struct* raw)
    {
        UNSAFE("sysfs passes on the area that is being made")
        {
            Area& area = Area::from_raw(raw);
            return area.finish_in_sysfs((Path::owner(kobject).*A::mmap)(area));
        }
    }

    static consteval auto make()
    {
        bindings::bin_attribute made {};
        made.attr.name = A::name;
        made.attr.mode = static_cast<bindings::umode_t>(A::mode);
        made.size = A::size;
        if constexpr (A::reads)
            made.read = &read;
        if constexpr (A::writes)
            made.write = &write;
        if constexpr (A::maps)
            made.mmap = &mmap;
        return made;
    }
    static constexpr bindings::bin_attribute value = make();
};

template <class Path, class G, class Text, class Bytes> struct GroupTable;
template <class Path, class G, class... Ts, class... Bs> struct GroupTable<Path, G, List<Ts...>, List<Bs...>> {
    /// The kernel's type of the pointers in a group differs between kernels, and it does not write through them.
    static constexpr bindings::attribute* attributes[] = {
        const_cast<bindings::attribute*>(&TextTable<Path, typename Ts::Attribute>::value.attr)..., nullptr};
    static constexpr bindings::bin_attribute* bin_attributes[] = {
        const_cast<bindings::bin_attribute*>(&BinTable<Path, typename Bs::Attribute>::value)..., nullptr};

    /// Whether the n-th of `Es` is to be seen.
    template <class... Es> static bool is_wanted(bindings::kobject* kobject, int n)
    {
        bool wanted = true;
        [[maybe_unused]] int i = 0;
        [[maybe_unused]] const auto ask = [&]<class E>() {
            if constexpr (E::is_conditional)
                if (i == n)
                    UNSAFE("a pointer to a member that was a constant")
                    {
                        wanted = (Path::owner(kobject).*E::condition)();
                    }
            i++;
        };
        (ask.template operator()<Es>(), ...);
        return wanted;
    }
    static bindings::umode_t is_visible(bindings::kobject* kobject, bindings::attribute* attribute, int n)
    {
        return is_wanted<Ts...>(kobject, n) ? attribute->mode : bindings::umode_t {0};
    }
    template <class Attribute>
    static bindings::umode_t is_bin_visible(bindings::kobject* kobject, Attribute* attribute, int n)
    {
        return is_wanted<Bs...>(kobject, n) ? attribute->attr.mode : bindings::umode_t {0};
    }

    static consteval auto make()
    {
        bindings::attribute_group made {};
        made.name = G::name;
        if constexpr (sizeof...(Ts) > 0)
            made.attrs = const_cast<decltype(made.attrs)>(attributes);
        if constexpr (sizeof...(Bs) > 0)
            made.bin_attrs = const_cast<decltype(made.bin_attrs)>(bin_attributes);
        if constexpr ((Ts::is_conditional || ...))
            made.is_visible = &is_visible;
        if constexpr ((Bs::is_conditional || ...))
            made.is_bin_visible = &is_bin_visible;
        return made;
    }
    static constexpr bindings::attribute_group value = make();
};

template <class Path, class Declared> struct Table {
    static constexpr const bindings::attribute_group** groups = nullptr;
    static consteval void check()
    {
        static_assert(!sizeof(Declared*), "Attributes must be a sysfs::Group<...> or sysfs::Groups<...>");
    }
};
template <class Path, class... Gs> struct Table<Path, Groups<Gs...>> {
    static constexpr const bindings::attribute_group* groups[] = {
        &GroupTable<Path, Gs, typename Gs::Text, typename Gs::Bytes>::value..., nullptr};
    static consteval void check() { Groups<Gs...>::check(); }
};
template <class Path, format::Literal name, class... Members>
struct Table<Path, Group<name, Members...>> : Table<Path, Groups<Group<name, Members...>>> {};

} // namespace detail

/// The attribute groups of Path::Owner as C registrations take them: a table that ends in a null pointer, or a null
/// pointer if the class declares none. A class declares them by `using Attributes = sysfs::Group<...>` or
/// `sysfs::Groups<...>`, after the members that these name.
template <class Path> consteval const bindings::attribute_group** groups_of()
{
    using T = typename Path::Owner;
    static_assert(sizeof(T) > 0, "asked for where the class is complete: its Attributes come after its members");
    if constexpr (requires { typename T::Attributes; }) {
        detail::Table<Path, typename T::Attributes>::check();
        return const_cast<const bindings::attribute_group**>(detail::Table<Path, typename T::Attributes>::groups);
    } else {
        return nullptr;
    }
}

} // namespace keel::sysfs
