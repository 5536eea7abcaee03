// SPDX-License-Identifier: GPL-2.0
// What every lock has in common: it owns its data, and a guard is the only door to it.
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>

namespace keel {

class CondVar;
template <class T, class Lock> class LockedBy;
namespace detail {
template <class Lock, class Ways, class T> class Locked;
}

/// A way to hold a lock that others may hold at the same time: its guard shows the data and does not let it be changed.
template <class Hold>
concept SharedHold = requires { typename Hold::Shared; };

/// Holds a lock for its lifetime and gives access to the data in it; unlocks when it ends.
///
/// A guard belongs to the scope that took it. References to the data end with it.
///
/// # Invariants
/// lock_ is null (moved from) or a lock that this thread holds in the way of Hold, and that this guard alone releases.
template <class Lock, class Hold> class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Guard {
public:
    Guard(Guard&& other) : lock_ {other.lock_}, hold_ {other.hold_} { other.lock_ = nullptr; }
    Guard& operator=(Guard&&) = delete;
    ~Guard()
    {
        if (lock_)
            hold_.release(lock_->raw());
    }

    auto& operator*() const KEEL_LIFETIME_BOUND
    {
        if constexpr (SharedHold<Hold>)
            return as_const(lock_->data_);
        else
            return lock_->data_;
    }
    auto* operator->() const KEEL_LIFETIME_BOUND { return &**this; }

private:
    friend Lock;
    friend class CondVar;
    template <class T, class Owner> friend class LockedBy;
    template <class L, class Ways, class T> friend class detail::Locked;
    Guard(const Lock& lock KEEL_LIFETIME_BOUND, Hold hold) : lock_ {&lock}, hold_ {hold}
    {
        // Kernel code is compiled without the rule that a reference is not null; with it, an unmoved guard needs no
        // test.
        __builtin_assume(lock_ != nullptr);
    }

    // For locks, and data that refers to one.
    KEEL_INLINE bool holds(const Lock* lock) const { return lock_ == lock; }
    KEEL_INLINE void forget() { lock_ = nullptr; }

    template <class T> static const T& as_const(T& data) { return data; }

    // For CondVar, which holds the lock again when its wait returns.
    KEEL_INLINE void give_back() const { hold_.release(lock_->raw()); }
    KEEL_MAY_SLEEP KEEL_INLINE void take_again() const { hold_.acquire(lock_->raw()); }

    const Lock* lock_;
    [[no_unique_address]] Hold hold_;
};

/// The class of a lock for lockdep: one for each `Of`. In a kernel without lockdep its key is empty, and this a byte
/// that gives it an address of its own.
template <class Of> struct LockClass {
    union Key {
        char distinct;
        bindings::lock_class_key raw;
    };
    static inline constinit Key key {};

    static bindings::lock_class_key* raw() { return &key.raw; }
};

/// Names the lock class of a lock under construction.
template <class Of> struct InClass {};

/// An L with a class of its own for lockdep, for each place where this type is written. Otherwise all locks of one type
/// and with one type of data are a class, of which a thread holds one at a time.
///
///     OwnClass<Mutex<Vec<u8>>> received;
///     OwnClass<Mutex<Vec<u8>>> to_send;      // may be held together with `received`, in one order
template <class L, class Place = decltype([] {})> class OwnClass : public L {
public:
    template <class... Args> constexpr OwnClass(Args&&... args) : L(InClass<Place>(), forward<Args>(args)...) {}
    OwnClass(const OwnClass&) = delete;
    OwnClass& operator=(const OwnClass&) = delete;
};

namespace detail {

/// A way to hold a lock: the kernel's functions that take it, give it back, and take it if nobody holds it.
template <auto take, auto give_back, auto try_take = nullptr> struct Held {
    KEEL_INLINE void acquire(auto* raw) const
    {
        UNSAFE("an initialised lock: the invariant of Locked") { take(raw); }
    }
    KEEL_INLINE bool try_acquire(auto* raw) const
    {
        UNSAFE("an initialised lock: the invariant of Locked") { return try_take(raw); }
    }
    KEEL_INLINE void release(auto* raw) const
    {
        UNSAFE("held, in this way: the guard's invariant") { give_back(raw); }
    }
};

/// As Held, of a lock that spins.
template <auto take, auto give_back, auto try_take = nullptr>
struct KEEL_ATOMIC_GUARD HeldSpinning : Held<take, give_back, try_take> {};

/// As HeldSpinning, with this CPU's interrupts off, which become what they were before.
template <auto take, auto give_back, auto try_take = nullptr> struct KEEL_ATOMIC_GUARD HeldIrqsave {
    unsigned long flags;

    KEEL_INLINE void acquire(auto* raw)
    {
        UNSAFE("an initialised lock: the invariant of Locked") { flags = take(raw); }
    }
    KEEL_INLINE bool try_acquire(auto* raw)
    {
        UNSAFE("an initialised lock: the invariant of Locked") { return try_take(raw, &flags); }
    }
    KEEL_INLINE void release(auto* raw) const
    {
        UNSAFE("held, and flags are those of the taking: the guard's invariant") { give_back(raw, flags); }
    }
};

/// What a C initialiser writes into a lock or a queue that is not zero, for locks that are there before any code runs.
/// Kernels differ in the members, and have those for debugging where they are configured.
template <class Raw> constexpr void make_unlocked(Raw& lock)
{
    const auto make_empty = [](auto& list) { list.next = list.prev = &list; };
    if constexpr (requires { lock.wait_list.next; })
        make_empty(lock.wait_list);
    if constexpr (requires { lock.task_list.next; })
        make_empty(lock.task_list);
    if constexpr (requires { lock.head.next; })
        make_empty(lock.head);
    if constexpr (requires { lock.wait_lock; })
        make_unlocked(lock.wait_lock);
    if constexpr (requires { lock.lock; })
        make_unlocked(lock.lock);
    if constexpr (requires { lock.seqcount.lock; })
        lock.seqcount.lock = &lock.lock;
    if constexpr (requires { lock.seqcount.seqcount.dep_map; })
        lock.seqcount.seqcount.dep_map.name = "keel global seqlock";
    if constexpr (requires { lock.owner_cpu; }) {
        lock.owner_cpu = ~0U;
        lock.magic = requires { lock.raw_lock.wlocked; } ? 0xdeaf1eed : 0xdead4ead;
    } else if constexpr (requires { lock.magic; }) {
        lock.magic = &lock;
    }
    if constexpr (requires { lock.rlock; })
        make_unlocked(lock.rlock); // its dep_map is in the same place as that beside it
    else if constexpr (requires { lock.dep_map; })
        lock.dep_map.name = "keel global lock";
}

/// Whether a kernel's function that initialises a Raw writes what make_unlocked does, and no more: where nothing is
/// debugged. Stores at the place cost less than the call. (The fake kernel of the host's tests debugs all.)
#ifdef KEEL_HOST
template <class Raw> inline constexpr bool is_plain = false;
#else
template <class Raw>
inline constexpr bool is_plain = !requires(Raw& raw) { raw.magic; } && !requires(Raw& raw) { raw.dep_map; } &&
                                 !requires(Raw& raw) { requires !is_plain<Unreferenced<decltype((raw.wait_lock))>>; } &&
                                 !requires(Raw& raw) { requires !is_plain<Unreferenced<decltype((raw.lock))>>; } &&
                                 !requires(Raw& raw) { requires !is_plain<Unreferenced<decltype((raw.rlock))>>; };
#endif

/// A T beside the C lock that protects it: what each lock, which is derived from it, is made of. Ways names the type of
/// the C lock, how the kernel initialises it, and the ways to hold it.
///
/// # Invariants
/// raw_ is an initialised lock at a fixed address.
template <class Lock, class Ways, class T> class KEEL_SEND KEEL_SYNC Locked {
public:
    using Raw = typename Ways::Raw;

    constexpr Locked() : Locked(InClass<Lock>()) {}
    constexpr Locked(T data) : Locked(InClass<Lock>(), move(data)) {}
    template <class Of> constexpr explicit Locked(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr Locked(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;

protected:
    KEEL_INLINE Raw* raw() const { return &raw_; }

    /// Takes the lock in a way that waits for it.
    template <class Hold> KEEL_INLINE Guard<Lock, Hold> take(Hold hold) const KEEL_LIFETIME_BOUND
    {
        hold.acquire(&raw_);
        return held(hold);
    }
    /// Takes the lock if nobody holds it.
    template <class Hold> KEEL_INLINE Option<Guard<Lock, Hold>> try_take(Hold hold) const KEEL_LIFETIME_BOUND
    {
        if (!hold.try_acquire(&raw_))
            return none;
        return held(hold);
    }
    /// A guard of the lock, which was taken unless `code` says that a signal came first.
    template <class Hold>
    KEEL_INLINE Result<Guard<Lock, Hold>> held_unless(int code, Hold hold) const KEEL_LIFETIME_BOUND
    {
        if (code != 0) [[unlikely]]
            return EINTR; // as C's functions say, all of them
        return held(hold);
    }
    /// A guard of the lock, which was taken.
    template <class Hold> KEEL_INLINE Guard<Lock, Hold> held(Hold hold) const KEEL_LIFETIME_BOUND
    {
        return Guard<Lock, Hold>(static_cast<const Lock&>(*this), hold);
    }

private:
    template <class L, class Hold> friend class keel::Guard;

    template <class Of> constexpr void prepare()
    {
        bool is_known = is_plain<Raw>;
        if consteval {
            is_known = true;
        }
        if (is_known) {
            raw_ = {};
            make_unlocked(raw_);
        } else {
            Ways::init(&raw_, LockClass<Of>::raw());
        }
    }

    mutable Raw raw_;
    mutable T data_;
};

} // namespace detail

} // namespace keel
