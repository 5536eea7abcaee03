// SPDX-License-Identifier: GPL-2.0
// A value, or the error that kept it from being made; and TRY, which passes the error on.
#pragma once

#include <keel/core/error.hpp>
#include <keel/core/trap.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// A pointer-sized owner that can also hold an errno in place of its pointer, as C's ERR_PTR does.
template <class T>
concept PointerNiche = requires(T owner, void* raw) {
    { T::from_niche(raw) } -> SameAs<T>;
    { owner.into_niche() } -> SameAs<void*>;
};

/// A T or an Error. Must be looked at: a dropped Result is a compile error.
///
///     Result<usize> n = file.read(...);
///     if (!n.ok())
///         return n.error();
///
/// # Invariants
/// Holds a T exactly while error_ is 0. (error_ is as wide as a register, so that value and error travel in one each.)
template <class T> class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Result {
public:
    using Value = T;

    constexpr Result(T value) : value_ {move(value)}, error_ {0} {}
    constexpr Result(Error error) : nothing_ {}, error_ {error.to_errno()} {}

    constexpr Result(const Result&)
        requires TriviallyCopyable<T>
    = default;
    constexpr Result(Result&&)
        requires TriviallyCopyable<T>
    = default;
    constexpr Result(Result&& other) : nothing_ {}, error_ {other.error_}
    {
        if (ok())
            ::new (static_cast<void*>(&value_)) T(move(other.value_));
    }
    Result& operator=(const Result&) = delete;

    constexpr ~Result()
        requires TriviallyDestructible<T>
    = default;
    constexpr ~Result()
    {
        if (ok())
            value_.~T();
    }

    constexpr bool ok() const { return error_ == 0; }

    /// 0, or the negative errno, as C code returns it.
    constexpr isize to_errno() const { return error_; }

    /// The error. Traps if there is none.
    constexpr Error error() const
    {
        if (ok()) [[unlikely]]
            trap("error() of a Result that holds a value");
        return Error::from_errno_unchecked(static_cast<int>(error_));
    }

    /// The value, in place. Traps if there is none.
    KEEL_STABLE constexpr T& value() KEEL_LIFETIME_BOUND { return checked(), value_; }
    constexpr const T& value() const KEEL_LIFETIME_BOUND { return checked(), value_; }

    /// The value, moved out. Traps if there is none.
    constexpr T take() { return checked(), move(value_); }

    /// The value, or `other` in case of an error.
    constexpr T value_or(T other) { return ok() ? move(value_) : move(other); }

private:
    friend Result<void>;
    /// Both, of which one counts: without a branch, where neither has to be destroyed.
    constexpr Result(T value, isize error)
        requires TriviallyCopyable<T>
        : value_ {value}, error_ {error}
    {}

    constexpr void checked() const
    {
        if (!ok()) [[unlikely]]
            trap("value of a Result that holds an error");
    }

    union {
        T value_;
        struct {
        } nothing_; // no byte of which would be set
    };
    isize error_;
};

/// Success, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    using Value = void;

    constexpr Result() : error_ {0} {}
    constexpr Result(Error error) : error_ {error.to_errno()} {}

    /// What a C function returned that gives 0 or a negative errno (positive values count as success).
    static constexpr Result from_errno(int code) { return code < 0 ? Result {Error::from_errno(code)} : Result {}; }

    /// The same without a look at it.
    ///
    /// # Safety
    /// `code` is 0 or a negative errno.
    KEEL_UNSAFE_FUNCTION static constexpr Result from_errno_unchecked(int code)
    {
        Result made;
        made.error_ = code;
        return made;
    }

    constexpr bool ok() const { return error_ == 0; }

    /// 0, or the negative errno, as C code returns it.
    constexpr isize to_errno() const { return error_; }

    /// The error. Traps if there is none.
    constexpr Error error() const
    {
        if (ok()) [[unlikely]]
            trap("error() of a Result that holds a value");
        return Error::from_errno_unchecked(static_cast<int>(error_));
    }

    /// `value` on success, the error otherwise: `return arg.write(number).then(0L);`
    template <TriviallyCopyable T> KEEL_INLINE constexpr Result<T> then(T value) const
    {
        return Result<T>(value, error_);
    }

    /// Does nothing on success. Traps on an error.
    constexpr void take() const
    {
        if (!ok()) [[unlikely]]
            trap("value of a Result that holds an error");
    }

private:
    isize error_;
};

/// A pointer-sized owner or an Error, in one register.
///
/// # Invariants
/// raw_ is the owner's pointer, or an errno as ERR_PTR encodes it.
template <PointerNiche T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Result<T> {
public:
    using Value = T;

    Result(T value) : raw_ {value.into_niche()}
    {
        const bool is_value = ok(); // no object is where errnos are encoded
        __builtin_assume(is_value);
    }
    Result(Error error)
    {
        UNSAFE("never dereferenced: ok() tells an encoded errno from a pointer")
        {
            raw_ = reinterpret_cast<void*>(static_cast<isize>(error.to_errno()));
        }
    }
    Result(Result&& other) : raw_ {other.raw_} { other.raw_ = nullptr; }
    Result& operator=(const Result&) = delete;
    ~Result()
    {
        if (ok())
            T dropped = T::from_niche(raw_);
    }

    bool ok() const { return bits() < static_cast<usize>(-Error::max_errno); }

    /// The error. Traps if there is none.
    Error error() const
    {
        if (ok()) [[unlikely]]
            trap("error() of a Result that holds a value");
        return Error::from_errno_unchecked(static_cast<int>(bits()));
    }

    /// The owner, moved out. Traps if there is none.
    T take()
    {
        if (!ok()) [[unlikely]]
            trap("value of a Result that holds an error");
        void* taken = raw_;
        raw_ = nullptr;
        return T::from_niche(taken);
    }

    /// For the library: the owner's pointer, given up, or the errno as C's ERR_PTR.
    void* into_err_ptr()
    {
        void* raw = raw_;
        raw_ = nullptr;
        return raw;
    }

private:
    usize bits() const
    {
        UNSAFE("the pointer is only looked at as a number") { return reinterpret_cast<usize>(raw_); }
    }

    void* raw_;
};

/// What a C function returned that gives a pointer or an errno encoded in one (ERR_PTR). Null counts as a value.
template <class T> Result<T*> from_err_ptr(T* pointer)
{
    usize bits;
    UNSAFE("the pointer is only looked at as a number") { bits = reinterpret_cast<usize>(pointer); }
    if (bits >= static_cast<usize>(-Error::max_errno))
        return Error::from_errno_unchecked(static_cast<int>(bits));
    return pointer;
}

} // namespace keel

/// The value of a Result; on an error, returns that error from the enclosing function.
///
///     const usize n = TRY(in.read_some(bytes));
#define TRY(...)                                                                                                       \
    ({                                                                                                                 \
        auto keel_result_ = (__VA_ARGS__);                                                                             \
        if (!keel_result_.ok()) [[unlikely]]                                                                           \
            return keel_result_.error();                                                                               \
        keel_result_.take();                                                                                           \
    })
