// SPDX-License-Identifier: GPL-2.0
// Module parameters: set when the module is loaded, and through /sys/module/NAME/parameters where asked.
// C header: include/linux/moduleparam.h
#pragma once

#include <keel/module/param_entry.hpp>

namespace keel::module {

/// Parameter `name`, `initial` until it is set; a static member of the module's class.
///
/// `mode` is that of /sys/module/MODULE/parameters/NAME, as with C's module_param: 0 (not there), 0444, 0644.
///
///     static inline module::Param<"limit", 4096u, "bytes kept for each file", 0644> limit;
///     ... limit.get() ...
template <format::Literal name, auto initial, format::Literal description, unsigned mode = 0>
    requires detail::BoolOrInteger<decltype(initial)>
class Param {
    using T = Unqualified<decltype(initial)>;

public:
    constexpr Param() { Entry::keep(); }

    /// The value now. Where `mode` lets it be written, it can change between two calls.
    ///
    /// # Context
    /// Any.
    T get() const
    {
        UNSAFE("read at once and whole, as READ_ONCE does: the kernel writes it with one store")
        {
            return *const_cast<const volatile T*>(&value_);
        }
    }

private:
    static inline constinit T value_ = initial;
    using Entry =
        detail::ParamEntry<name, detail::TypeName<T>::literal, description, detail::param_type<T>().ops, &value_, mode>;
};

/// A text parameter of up to `capacity - 1` characters. Longer text is refused when it is set.
template <format::Literal name, format::Literal initial, usize capacity, format::Literal description, unsigned mode = 0>
class StringParam {
    static_assert(sizeof(initial.text) <= capacity, "the initial text fits the capacity");

public:
    constexpr StringParam() { Entry::keep(); }

    /// Copies the text into `into` and returns how many characters it has; what does not fit is cut, and so is the line
    /// end that `echo` writes.
    ///
    /// # Context
    /// Process; may sleep (waits while the text is being set).
    usize copy_to(Span<char> into) const
    {
        const detail::ParamLock locked;
        usize n = 0;
        while (n < into.len() && n < capacity && text_[n] != '\0') {
            into[n] = text_[n];
            n++;
        }
        if (n > 0 && into[n - 1] == '\n')
            n--;
        return n;
    }

private:
    struct Text {
        char text[capacity] = {};
        consteval Text()
        {
            for (usize i = 0; i < sizeof(initial.text); i++)
                text[i] = initial.text[i];
        }
    };

    static inline constinit Text storage_ {};
    static inline constinit char (&text_)[capacity] = storage_.text;
    static inline constinit const bindings::kparam_string string_ {.maxlen = capacity, .string = storage_.text};
    using Entry =
        detail::ParamEntry<name, format::Literal {"string"}, description, &bindings::param_ops_string, &string_, mode>;
};

} // namespace keel::module
