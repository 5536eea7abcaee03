// SPDX-License-Identifier: GPL-2.0
// The ioctl commands of a file as a type: number, direction, argument and handler of each in one place.
// C header: include/uapi/asm-generic/ioctl.h
#pragma once

#include <bindings/fs.hpp>
#include <keel/fs/file.hpp>
#include <keel/fs/ioctl.hpp>

namespace keel::ioctl {

/// What goes where with a command.
enum class Way : u8 { None, Value, In, Out, InOut };

/// Where a handler that takes it writes the T that its command gives, in place of returning it: for what is done only
/// when user space has got it.
template <class T> class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Out {
public:
    explicit Out(const Arg& arg) : arg_ {arg.value()} {}

    /// # Context
    /// May sleep.
    /// # Errors
    /// EFAULT: the process does not have that memory.
    KEEL_MAY_SLEEP KEEL_INLINE Result<void> write(const T& value) const;

private:
    Arg arg_;
};

namespace detail {

/// A number that has the same width in 64-bit and 32-bit programs.
template <class T> using FixedWidth = keel::detail::Verdict<!SameAs<T, long> && !SameAs<T, unsigned long>>;

/// Whether a T, which has no padding, is the same bytes for a 32-bit program. Without padding nothing depends on how a
/// member is aligned (an u64 to 4 bytes on i386), only on its size.
template <class T> consteval bool same_in_32bit() { return keel::detail::all_parts<FixedWidth, T>(); }

/// Whether a T can stand for an argument in 32-bit programs.
template <class T> consteval bool is_twin() { return __has_unique_object_representations(T) && same_in_32bit<T>(); }

template <bool first, class A, class B> struct Chosen {
    using Type = A;
};
template <class A, class B> struct Chosen<false, A, B> {
    using Type = B;
};

template <class R> struct Unwrapped {
    using Type = R;
};
template <class T> struct Unwrapped<Result<T>> {
    using Type = T;
};

/// What one command came with.
template <class F> struct KEEL_VIEW Call {
    const F& object;
    const fs::File& file;
    Arg arg;
    u32 number;
};

/// A handler's signature, taken apart.
template <class Handler> struct Signature {
    static constexpr bool is_handler = false;
    template <class T> static constexpr usize arguments = 0;
    template <class Context, class T> static constexpr bool fits = false;
    using Returns = void;
};
template <class F, class R, class... P> struct Signature<R (F::*)(P...) const> {
    static constexpr bool is_handler = true;
    using Returns = R;

    template <class A, class T> static constexpr bool is_argument = SameAs<A, T> || SameAs<A, const T&>;
    /// How many parameters are the argument.
    template <class T> static constexpr usize arguments = (static_cast<usize>(is_argument<P, T>) + ... + 0);
    /// Whether each parameter is the argument, the file, or what the stage before gave.
    template <class Context, class T>
    static constexpr bool fits =
        ((is_argument<P, T> || SameAs<P, const fs::File&> || SameAs<Unqualified<P>, Unqualified<Context>>) && ...);

    template <auto handler, class Context, class T>
    KEEL_MAY_SLEEP KEEL_INLINE static R call(const Call<F>& call, Context& context, T& argument)
    {
        return (call.object.*handler)(pick<P, T>(call, context, argument)...);
    }

private:
    template <class A, class T, class Context>
    KEEL_INLINE static auto& pick(const Call<F>& call, Context& context KEEL_LIFETIME_BOUND,
                                  T& argument KEEL_LIFETIME_BOUND)
    {
        if constexpr (is_argument<A, T>)
            return argument;
        else if constexpr (SameAs<A, const fs::File&>)
            return call.file;
        else
            return context;
    }
};

// As in C, get_user and put_user are for numbers, and what is a struct is copied, however large it is.

template <class T> KEEL_MAY_SLEEP KEEL_INLINE Result<T> fetched(const Arg& arg)
{
    if constexpr (Integer<T>) {
        return Arg(arg.value()).template read<T>();
    } else {
        T value {};
        UNSAFE("value has that size, and any bytes make one: FromBytes; the address is the process's, and is checked")
        {
            const bindings::user_ptr<const void> from {reinterpret_cast<const void*>(arg.value())};
            if (bindings::copy_from_user(&value, from, sizeof(T))) [[unlikely]]
                return EFAULT;
        }
        return value;
    }
}

template <class T> KEEL_MAY_SLEEP KEEL_INLINE Result<void> store(const Arg& arg, const T& value)
{
    if constexpr (!Integer<T>) {
        UNSAFE("each byte of value is one of its own: AsBytes; the address is the process's, and is checked")
        {
            const bindings::user_ptr<void> to {reinterpret_cast<void*>(arg.value())};
            if (bindings::copy_to_user(to, &value, sizeof(T))) [[unlikely]]
                return EFAULT;
        }
        return {};
    } else {
        return arg.write(value);
    }
}

/// In place of an argument or a context, where there is none.
struct Nothing {};

} // namespace detail

template <class T> KEEL_MAY_SLEEP KEEL_INLINE Result<void> Out<T>::write(const T& value) const
{
    return detail::store(arg_, value);
}

/// One command. Written as Io, IoValue, Ior, Iow or Iowr.
template <u32 number, Way way, class T, auto handler, class T32, u32 number32> struct Command {
    using Signature = detail::Signature<decltype(handler)>;
    using Returns = typename Signature::Returns;

    static constexpr u32 nr = number;
    static constexpr u32 nr32 = number32;
    static constexpr bool has_twin = !SameAs<T, T32>;
    static constexpr bool is_last = false;
    template <u32 n, u32 n32> using Renumbered = Command<n, way, T, handler, T32, n32>;

    static constexpr bool takes = way == Way::Value || way == Way::In || way == Way::InOut;
    static constexpr bool writes_itself = way == Way::Out && Signature::template arguments<Out<T>> == 1;
    static constexpr bool gives = (way == Way::Out || way == Way::InOut) && !writes_itself;
    using Taken = typename detail::Chosen<writes_itself, Out<T>, T>::Type;

    static consteval usize count(u32 n) { return n == number; }
    static consteval usize count32(u32 n) { return n == number32; }
    template <class Table> static consteval bool is_alone()
    {
        return Table::count(number) == 1 && Table::count32(number32) == 1;
    }

    static constexpr bool is_plain = way == Way::None || way == Way::Value;

    /// What must be so, each if all before it is: one mistake is one error.
    template <class Context> struct Right {
        static constexpr bool function = Signature::is_handler;
        static constexpr bool taken = !takes || !function || Signature::template arguments<T> == 1;
        static constexpr bool fits = !function || !taken || Signature::template fits<Context, Taken>;
        static constexpr bool given = !gives || SameAs<typename detail::Unwrapped<Returns>::Type, T>;
        static constexpr bool nothing_given = gives || !function || SameAs<Returns, void> ||
                                              SameAs<Returns, Result<void>> || SameAs<Returns, Result<long>>;
        static constexpr bool integer = way != Way::Value || Integer<T>;
        static constexpr bool readable = is_plain || way == Way::Out || FromBytes<T>;
        static constexpr bool writable = is_plain || way == Way::In || AsBytes<T>;
        static constexpr bool unpadded = is_plain || !readable || !writable || __has_unique_object_representations(T);
        static constexpr bool same =
            is_plain || has_twin || !readable || !writable || !unpadded || detail::same_in_32bit<T>();
        static constexpr bool twin = is_plain || !has_twin || (!writes_itself && detail::is_twin<T32>());
        static constexpr bool all = function && taken && fits && given && nothing_given && integer && readable &&
                                    writable && unpadded && same && twin;
    };

    template <class Context> static consteval void check()
    {
        using R = Right<Context>;
        static_assert(R::function, "an ioctl handler is a member function: R handler(...) const");
        static_assert(R::taken, "an ioctl handler takes the argument of its command: by value or as const T&");
        static_assert(R::fits,
                      "an ioctl handler takes: [what the stage before gave,] [const fs::File&,] [the argument]");
        static_assert(R::given, "an ioctl handler of Ior or Iowr returns the command's T or Result<T>");
        static_assert(R::nothing_given,
                      "an ioctl handler that gives nothing to user space returns void, Result<void> or Result<long>");
        static_assert(R::integer, "a plain value of an ioctl is an integer");
        static_assert(R::readable, "an argument that is read from user space is a struct of numbers");
        static_assert(R::writable, "an argument that is given to user space has no padding and no address");
        static_assert(R::unpadded, "an ioctl argument has no padding");
        static_assert(R::same,
                      "a 32-bit program has another layout of this argument (long): use u32 or u64, or name the "
                      "32-bit twin after the handler");
        static_assert(R::twin, "the 32-bit twin has no padding and no long, and the handler returns what it gives");
    }

    template <bool compat> KEEL_INLINE static bool answers(u32 n) { return n == (compat ? number32 : number); }

    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> run(const detail::Call<F>& call, Context& context)
    {
        if constexpr (!Right<Context>::all) {
            return ENOTTY; // check() has told
        } else if constexpr (writes_itself) {
            Out<T> out(call.arg);
            return answer<compat>(call, context, out);
        } else if constexpr (way == Way::None || way == Way::Out) {
            detail::Nothing nothing;
            return answer<compat>(call, context, nothing);
        } else if constexpr (way == Way::Value) {
            T value = static_cast<T>(call.arg.value());
            return answer<compat>(call, context, value);
        } else if constexpr (compat && has_twin) {
            const T32 twin = TRY(detail::fetched<T32>(call.arg));
            T value = twin.widen();
            return answer<compat>(call, context, value);
        } else {
            T value = TRY(detail::fetched<T>(call.arg));
            return answer<compat>(call, context, value);
        }
    }

private:
    template <bool compat, class F, class Context, class A>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> answer(const detail::Call<F>& call, Context& context, A& argument)
    {
        if constexpr (gives) {
            if constexpr (SameAs<Returns, T>)
                return give<compat>(call.arg, Signature::template call<handler>(call, context, argument));
            else
                return give<compat>(call.arg, TRY(Signature::template call<handler>(call, context, argument)));
        } else if constexpr (SameAs<Returns, void>) {
            Signature::template call<handler>(call, context, argument);
            return 0L;
        } else {
            return done(Signature::template call<handler>(call, context, argument));
        }
    }

    template <bool compat> KEEL_MAY_SLEEP KEEL_INLINE static Result<long> give(const Arg& arg, const T& value)
    {
        if constexpr (compat && has_twin)
            return done(detail::store(arg, T32::narrow(value)));
        else
            return done(detail::store(arg, value));
    }

    KEEL_INLINE static Result<long> done(Result<long> result) { return result; }
    KEEL_INLINE static Result<long> done(Result<void> result)
    {
        if (!result.ok())
            return result.error();
        return 0L;
    }
};

/// A command without an argument: C's _IO. The handler returns void, Result<void> or Result<long>.
template <char type, u32 nr, auto handler>
using Io = Command<io(type, nr), Way::None, detail::Nothing, handler, detail::Nothing, io(type, nr)>;

/// A command whose argument is a number and no address: _IO in most headers. For a 32-bit program, what is above 32
/// bits is 0.
template <char type, u32 nr, Integer T, auto handler>
using IoValue = Command<io(type, nr), Way::Value, T, handler, T, io(type, nr)>;

/// A command that gives a T to user space: C's _IOR. The handler returns T or Result<T>.
template <char type, u32 nr, class T, auto handler, class T32 = T>
using Ior = Command<ior<T>(type, nr), Way::Out, T, handler, T32, ior<T32>(type, nr)>;

/// A command that takes a T from user space: C's _IOW. The handler returns void, Result<void> or Result<long>.
template <char type, u32 nr, class T, auto handler, class T32 = T>
using Iow = Command<iow<T>(type, nr), Way::In, T, handler, T32, iow<T32>(type, nr)>;

/// A command that takes a T and gives one back: C's _IOWR. The handler returns T or Result<T>.
template <char type, u32 nr, class T, auto handler, class T32 = T>
using Iowr = Command<iowr<T>(type, nr), Way::InOut, T, handler, T32, iowr<T32>(type, nr)>;

/// A command whose number is not what its argument and direction make, for reasons of history.
template <u32 number, class C, u32 number32 = number> using At = typename C::template Renumbered<number, number32>;

namespace detail {

/// Several commands, and what becomes of a number that is none of them.
template <class... Entries> struct Group {
    static constexpr usize size = sizeof...(Entries);
    static constexpr bool has_twin = (Entries::has_twin || ... || false);

    static consteval usize count(u32 n) { return (Entries::count(n) + ... + 0); }
    static consteval usize count32(u32 n) { return (Entries::count32(n) + ... + 0); }
    template <class Table> static consteval bool is_alone() { return (Entries::template is_alone<Table>() && ...); }

    template <class Context> static consteval void check()
    {
        usize at = 0;
        static_assert(size > 0, "a table without commands");
        const bool in_order = ((++at == size || !Entries::is_last) && ...);
        if (!in_order)
            trap("With, Locked and Else come last: they get every number that is none of those before");
        (Entries::template check<Context>(), ...);
    }

    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> run(const Call<F>& call, Context& context)
    {
        return first<compat, F, Context, Entries...>(call, context);
    }

private:
    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> first(const Call<F>&, Context&)
    {
        return ENOTTY;
    }
    template <bool compat, class F, class Context, class Entry, class... Rest>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> first(const Call<F>& call, Context& context)
    {
        if (Entry::template answers<compat>(call.number))
            return Entry::template run<compat>(call, context);
        return first<compat, F, Context, Rest...>(call, context);
    }
};

/// What is common to the entries that come last in a group.
template <class Inner> struct Last {
    static constexpr bool has_twin = Inner::has_twin;
    static constexpr bool is_last = true;

    static consteval usize count(u32 n) { return Inner::count(n); }
    static consteval usize count32(u32 n) { return Inner::count32(n); }
    template <class Table> static consteval bool is_alone() { return Inner::template is_alone<Table>(); }
    template <bool compat> KEEL_INLINE static bool answers(u32) { return true; }
};

template <class R> struct Given;
template <class G> struct Given<Result<G>> {
    using Type = G;
};

template <class M> struct LockOf;
template <class F, class L> struct LockOf<L F::*> {
    using Data = Unreferenced<decltype(*keel::detail::declared<const L>().lock())>;
};

} // namespace detail

/// The commands whose handlers get what `stage` gives: a member function, `Result<V> stage([what the stage before
/// gave]) const`. An error of it is the answer, for numbers that nobody knows, too, and before an argument is read.
template <auto stage, class... Entries> struct With : detail::Last<detail::Group<Entries...>> {
    using Inner = detail::Group<Entries...>;
    using Signature = detail::Signature<decltype(stage)>;

    template <class Context> static consteval void check()
    {
        static_assert(Signature::is_handler && Signature::template fits<Context, detail::Nothing>,
                      "a stage is a member function: Result<V> stage([what the stage before gave]) const");
        Inner::template check<typename detail::Given<typename Signature::Returns>::Type>();
    }

    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> run(const detail::Call<F>& call, Context& context)
    {
        detail::Nothing nothing;
        auto given = TRY(Signature::template call<stage>(call, context, nothing));
        return Inner::template run<compat>(call, given);
    }
};

/// The commands whose handlers are called with a lock held, and get what is in it: `mutex` is a data member. Who waits
/// for a Mutex can be killed (EINTR, which nobody sees).
template <auto mutex, class... Entries> struct Locked : detail::Last<detail::Group<Entries...>> {
    using Inner = detail::Group<Entries...>;

    template <class Context> static consteval void check()
    {
        Inner::template check<typename detail::LockOf<decltype(mutex)>::Data>();
    }

    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> run(const detail::Call<F>& call, Context&)
    {
        if constexpr (requires { (call.object.*mutex).lock_killable(); }) {
            auto guard = TRY((call.object.*mutex).lock_killable());
            return Inner::template run<compat>(call, *guard);
        } else {
            auto guard = (call.object.*mutex).lock();
            return Inner::template run<compat>(call, *guard);
        }
    }
};

/// What answers the numbers that nobody else does, in place of ENOTTY: `Result<long> handler([...,] u32 number) const`.
template <auto handler> struct Else : detail::Last<detail::Group<>> {
    using Signature = detail::Signature<decltype(handler)>;

    template <class Context> static consteval void check()
    {
        static_assert(
            Signature::is_handler && Signature::template arguments<u32> == 1 &&
                Signature::template fits<Context, u32> && SameAs<typename Signature::Returns, Result<long>>,
            "what answers unknown ioctl numbers: Result<long> handler([what the stage before gave,] u32) const");
    }

    template <bool compat, class F, class Context>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> run(const detail::Call<F>& call, Context& context)
    {
        u32 number = call.number;
        return Signature::template call<handler>(call, context, number);
    }
};

template <class... Entries> struct Table;

/// A table of commands.
template <class T> inline constexpr bool is_table = false;
template <class... Entries> inline constexpr bool is_table<Table<Entries...>> = true;
template <class T>
concept IsTable = is_table<T>;

/// The ioctl commands of a file: `using Ioctls = ioctl::Table<...>` in the class of the open file.
///
///     using Ioctls = ioctl::Table<ioctl::Ior<'k', 1, u32, &Session::count>,     // Result<u32> count() const
///                                 ioctl::Iow<'k', 2, Range, &Session::select>>; // Result<void> select(const Range&)
///                                 const
///
/// The argument is copied once, before the handler is called or after it has returned. A number that is not in the
/// table is ENOTTY. 32-bit programs are served, too: where the layout of an argument is another for them, the table
/// names a twin after the handler, a T32 with `T widen() const` and `static T32 narrow(const T&)` as the direction
/// needs.
///
/// # Errors
/// Besides those of the handlers, EFAULT: the process does not have the memory that the argument points to; ENOTTY.
template <class... Entries> struct Table {
    using Inner = detail::Group<Entries...>;

    static consteval void check()
    {
        Inner::template check<detail::Nothing>();
        static_assert(Inner::template is_alone<Inner>(), "two commands of an ioctl table have the same number");
    }

    /// Whether 32-bit programs need a dispatcher of their own.
    static constexpr bool has_twin = Inner::has_twin;

    template <bool compat, class F>
    KEEL_MAY_SLEEP KEEL_INLINE static Result<long> dispatch(const F& object, const fs::File& file, u32 number, Arg arg)
    {
        detail::Nothing nothing;
        return Inner::template run<compat>(detail::Call<F> {object, file, move(arg), number}, nothing);
    }
};

} // namespace keel::ioctl
