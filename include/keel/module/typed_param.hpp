// SPDX-License-Identifier: GPL-2.0
// Module parameters of types that a driver defines, and drivers that are told when one is set.
// C header: include/linux/moduleparam.h (module_param_cb)
#pragma once

#include <keel/core/init.hpp>
#include <keel/core/parse.hpp>
#include <keel/module/param_entry.hpp>

namespace keel::module {

/// How a parameter is read and shown: Choices and Number are Kinds, and a driver can define others.
///
/// `static Result<Value> parse(Str)` gets the text with its line end; `static void print(const Value&, TextPage&)`
/// writes a line. A Kind may have `static constexpr auto type_name = format::Literal {"..."}` for modinfo.
template <class Kind>
concept ParamKind = requires(Str text, const typename Kind::Value& value, TextPage& page) {
    { Kind::parse(text) } -> SameAs<Result<typename Kind::Value>>;
    { Kind::print(value, page) } -> SameAs<void>;
    requires TriviallyCopyable<typename Kind::Value>;
};

namespace detail {

/// Who is to be told of a new value.
template <class Value> struct Watcher {
    const void* owner;
    Result<void> (*tell)(const void* owner, const Value& value);
};

template <class Kind> consteval auto kind_name()
{
    if constexpr (requires { Kind::type_name; })
        return Kind::type_name;
    else if constexpr (BoolOrInteger<typename Kind::Value>)
        return TypeName<typename Kind::Value>::literal;
    else
        return format::Literal {"string"};
}

} // namespace detail

/// While it exists, its T is told before a parameter is set: what TypedParam::watch gives, a part of T.
///
/// # Lifetime
/// Declare it after all members that the callback touches: it is built last and withdrawn first, after a callback that
/// runs.
/// # Invariants
/// *watcher_ is ours, or watcher_ is null.
template <class T, class Value> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Watch {
public:
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    KEEL_MAY_SLEEP ~Watch()
    {
        if (!watcher_)
            return;
        const detail::ParamLock locked;
        *watcher_ = {};
    }

private:
    template <format::Literal, class Kind, typename Kind::Value, format::Literal, unsigned>
        requires ParamKind<Kind>
    friend class TypedParam;

    Watch(Init<T>& init, detail::Watcher<Value>& watcher, Result<void> (*tell)(const void*, const Value&))
        : watcher_ {nullptr}
    {
        if (init.failed())
            return;
        const detail::ParamLock locked;
        if (watcher.owner) {
            init.fail(EBUSY);
            return;
        }
        watcher = {init.self(), tell};
        watcher_ = &watcher;
    }

    detail::Watcher<Value>* watcher_;
};

/// Parameter `name` of a Kind, `initial` until it is set; a static member of the module's class.
///
///     using Speeds = Choices<Choice<"slow", Speed::Slow>, Choice<"fast", Speed::Fast>>;
///     static inline module::TypedParam<"speed", Speeds, Speed::Slow, "how fast to go", 0644> speed;
///
/// What the Kind, or who watches, refuses is refused with that error, when the module is loaded and later, and the
/// value stays.
template <format::Literal name, class Kind, typename Kind::Value initial, format::Literal description,
          unsigned mode = 0>
    requires ParamKind<Kind>
class TypedParam {
public:
    using Value = typename Kind::Value;

    constexpr TypedParam() { Entry::keep(); }

    /// The value now. Where `mode` lets it be written, it can change between two calls.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT Value get() const
        requires(sizeof(Value) <= sizeof(long))
    {
        UNSAFE("read at once and whole, as READ_ONCE does; set writes it at once and whole")
        {
            return *const_cast<const volatile Value*>(&value_);
        }
    }
    /// # Context
    /// Process; may sleep (waits while it is being set).
    KEEL_MAY_SLEEP Value get() const
        requires(sizeof(Value) > sizeof(long))
    {
        const detail::ParamLock locked;
        return value_;
    }

    /// Has `callback`, a `Result<void> T::callback(const Value& wanted) const`, called before a new value is set, from
    /// now until the result is destroyed; an error it returns refuses the value. Not called for what was set before.
    ///
    ///     .speed_watch = speed.watch<&Driver::change_speed>(init)
    ///
    /// # Context
    /// Process; may sleep. The callback may, too; it runs with the lock of the module's parameters held, so that it
    /// must not ask for one that waits for that lock. # Errors Recorded in `init`: EBUSY if it is watched already.
    template <auto callback, class T> KEEL_MAY_SLEEP static Watch<T, Value> watch(Init<T>& init)
    {
        static_assert(__is_same(decltype(callback), Result<void>(T::* const)(const Value&) const) ||
                          __is_same(decltype(callback), Result<void> (T::*)(const Value&) const),
                      "who watches must be: Result<void> callback(const Value& wanted) const");
        return Watch<T, Value>(init, watcher_, [](const void* owner, const Value& value) -> Result<void> {
            UNSAFE("owner is the T of the Watch, and the callback was a constant")
            {
                return (static_cast<const T*>(owner)->*callback)(value);
            }
        });
    }

private:
    /// Called with the lock of parameters held, as get below.
    static int set(const char* text, const bindings::kernel_param*)
    {
        UNSAFE("the kernel passes a string; who watches is there while the lock is held")
        {
            Result<Value> parsed = Kind::parse(CStr::from_raw(text).as_str());
            if (!parsed.ok())
                return static_cast<int>(parsed.error().to_errno());
            const Value value = parsed.take();
            if (watcher_.owner)
                if (Result<void> told = watcher_.tell(watcher_.owner, value); !told.ok())
                    return static_cast<int>(told.error().to_errno());
            if constexpr (sizeof(Value) <= sizeof(long))
                *const_cast<volatile Value*>(&value_) = value;
            else
                value_ = value;
        }
        return 0;
    }
    static int get(char* buffer, const bindings::kernel_param*)
    {
        UNSAFE("the buffer is a page")
        {
            TextPage page(buffer);
            Kind::print(value_, page);
            return static_cast<int>(page.len());
        }
    }

    static inline constinit Value value_ = initial;
    static inline constinit detail::Watcher<Value> watcher_ {};
    static constexpr bindings::kernel_param_ops ops {.flags = 0, .set = set, .get = get, .free = nullptr};
    using Entry = detail::ParamEntry<name, detail::kind_name<Kind>(), description, &ops, &value_, mode>;
};

} // namespace keel::module
