// SPDX-License-Identifier: GPL-2.0
// Building an object at its final address, when some of its parts can fail.
#pragma once

#include <keel/core/result.hpp>

namespace keel {

/// An object under construction: where it will be, and the first error that one of its parts met.
///
/// C++ builds a returned aggregate in place, so its parts may be immovable (a lock, a registration). A part that can
/// fail takes the Init of its object, records the error with fail() and stays inert; the creator then destroys the
/// whole and returns the error, so that nobody sees a half-built object.
///
///     static Echo init(Init<Echo>& init)
///     {
///         return {.buffer = {}, .device = misc::Registration<Echo>::start(init, "echo")};
///     }
///
/// The destructor of the whole runs for a failed construction, too, and must take a part that stayed empty.
///
/// Publish last: a part that makes the object reachable from outside (a registration) is declared after all that its
/// callbacks touch, so that it is built last and withdrawn first.
template <class T> class Init {
public:
    /// # Safety
    /// `where` is storage for a T, and the object is built there.
    KEEL_UNSAFE_FUNCTION explicit Init(void* where) : self_ {static_cast<T*>(where)} {}
    Init(const Init&) = delete;
    Init& operator=(const Init&) = delete;

    /// Where the object will be. Its parts may keep the address; they must not use the object yet.
    T* self() const { return self_; }

    /// Whether a part has failed: later parts then do nothing.
    bool failed() const { return error_ != 0; }

    /// Records why a part failed; the first error is kept.
    void fail(Error error)
    {
        if (error_ == 0)
            error_ = error.to_errno();
    }

    /// The value of `result` for use as a part; if it is an error, records it and gives an empty V.
    template <class V> V take(Result<V> result)
    {
        if (result.ok())
            return result.take();
        fail(result.error());
        return V {};
    }

    /// What became of the construction.
    Result<void> result() const { return Result<void>::from_errno(error_); }

private:
    T* self_;
    int error_ = 0;
};

/// Builds a T in `where` by `make(init)` and destroys it again if one of its parts failed.
template <class T, class Make> KEEL_INLINE Result<void> construct(void* where, Make make)
{
    Init<T> init(where);
    T* object = ::new (where) T(make(init));
    if (init.failed()) [[unlikely]]
        object->~T();
    return init.result();
}

} // namespace keel
