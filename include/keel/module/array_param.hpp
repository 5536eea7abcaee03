// SPDX-License-Identifier: GPL-2.0
// Module parameters that are lists of numbers: `ports=0x378,0x278`.
// C header: include/linux/moduleparam.h (module_param_array)
#pragma once

#include <keel/core/array.hpp>
#include <keel/core/text_page.hpp>
#include <keel/module/param_entry.hpp>

namespace keel::module {

namespace detail {

/// What modinfo says: "array of int".
template <class T> consteval auto array_type_name()
{
    constexpr auto& of = TypeName<T>::literal.text;
    constexpr char start[] = "array of ";
    char text[sizeof(start) - 1 + sizeof(of)] = {};
    for (usize i = 0; i < sizeof(start) - 1; i++)
        text[i] = start[i];
    for (usize i = 0; i < sizeof(of); i++)
        text[sizeof(start) - 1 + i] = of[i];
    return format::Literal(text);
}

} // namespace detail

/// Up to `limit` numbers or bools, none until they are set; a static member of the module's class.
///
///     static inline module::ArrayParam<"ports", u16, 4, "addresses of the ports"> ports;
///
/// Each time they are set they are set anew. A list that is too long, or has something in it that is no T, is refused
/// (EINVAL, ERANGE) and changes nothing.
template <format::Literal name, class T, unsigned limit, format::Literal description, unsigned mode = 0>
    requires detail::BoolOrInteger<T>
class ArrayParam {
    static_assert(limit > 0, "a list has room for a number");

public:
    constexpr ArrayParam() { Entry::keep(); }

    /// Copies the numbers into `into`, as far as there is room; returns how many there are.
    ///
    /// # Context
    /// Process; may sleep (waits while they are being set).
    KEEL_MAY_SLEEP usize copy_to(Span<T> into) const
    {
        const detail::ParamLock locked;
        const usize n = min(into.len(), static_cast<usize>(value_.len));
        UNSAFE("n elements are in both, and n is at most limit")
        {
            __builtin_memcpy(into.data(), value_.elements, n * sizeof(T));
        }
        return value_.len;
    }

private:
    struct Value {
        T elements[limit] {};
        unsigned len = 0;
    };

    static consteval bindings::kparam_array describe(Value& value)
    {
        bindings::kparam_array array {};
        array.max = limit;
        array.elemsize = sizeof(T);
        array.num = &value.len;
        array.ops = detail::param_type<T>().ops;
        array.elem = value.elements;
        return array;
    }

    /// Parses into a Value of its own, so that what is refused changes nothing. Called with the lock of parameters
    /// held.
    static int set(const char* text, const bindings::kernel_param* param)
    {
        UNSAFE("param_array_ops writes what arr of the parameter describes")
        {
            bindings::kernel_param copy = *param;
            copy.arr = &incoming_array_;
            const int code = bindings::param_array_ops.set(text, &copy);
            if (code != 0)
                return code;
        }
        value_ = incoming_;
        return 0;
    }
    /// As the kernel's, but for long lists: the kernel's writes past the page.
    static int get(char* buffer, const bindings::kernel_param*)
    {
        UNSAFE("the buffer is a page, the numbers are value_.len, and the lock of parameters is held")
        {
            TextPage page(buffer);
            for (unsigned i = 0; i < value_.len; i++) {
                page.write(i == 0 ? Str("") : Str(","));
                if constexpr (SameAs<T, bool>)
                    page.write(value_.elements[i] ? Str("Y") : Str("N"));
                else
                    page.emit<"{}">(value_.elements[i]);
            }
            page.write("\n");
            return static_cast<int>(page.len());
        }
    }

    static inline constinit Value value_ {};
    static inline constinit Value incoming_ {};
    static inline constinit const bindings::kparam_array incoming_array_ = describe(incoming_);
    static constexpr bindings::kernel_param_ops ops {.flags = 0, .set = set, .get = get, .free = nullptr};
    using Entry = detail::ParamEntry<name, detail::array_type_name<T>(), description, &ops, &value_, mode>;
};

} // namespace keel::module
