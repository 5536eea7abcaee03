// SPDX-License-Identifier: GPL-2.0
// One object for each CPU, so that CPUs need not wait for each other.
// C header: include/linux/percpu.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>

namespace keel {

namespace detail {

/// What all per-CPU variables can do. Address gives `static bindings::percpu_ptr<void> of(const Self&)`.
template <class T> struct PerCpuAccess {
    /// The T of `cpu`, which is possible.
    KEEL_ANY_CONTEXT KEEL_INLINE static T& at(bindings::percpu_ptr<void> base, unsigned cpu)
    {
        UNSAFE("every possible CPU has a T there") { return *static_cast<T*>(bindings::per_cpu_at(base, cpu)); }
    }

    /// Calls `visit(T&)` for each CPU that there is or may come.
    template <class Visit> KEEL_INLINE static void each(bindings::percpu_ptr<void> base, Visit visit)
    {
        UNSAFE("walks the mask of possible CPUs, which never changes")
        {
            for (unsigned cpu = bindings::next_possible_cpu(-1); bindings::cpu_is_possible(cpu);
                 cpu = bindings::next_possible_cpu(static_cast<int>(cpu)))
                visit(at(base, cpu));
        }
    }
};

} // namespace detail

/// The T of this CPU, as long as it lives: the thread stays on its CPU, and nothing in it may sleep.
///
/// # Context
/// Any.
/// # Invariants
/// Preemption was disabled once for it.
template <class T> class [[nodiscard]] KEEL_VIEW KEEL_ATOMIC_GUARD KEEL_NOT_SEND KEEL_NOT_SYNC LocalCpu {
public:
    LocalCpu(const LocalCpu&) = delete;
    LocalCpu& operator=(const LocalCpu&) = delete;
    KEEL_ANY_CONTEXT KEEL_INLINE ~LocalCpu()
    {
        UNSAFE("disabled by the constructor: invariant") { bindings::preempt_enable(); }
    }

    KEEL_ANY_CONTEXT const T& operator*() const KEEL_LIFETIME_BOUND { return *object_; }
    KEEL_ANY_CONTEXT const T* operator->() const KEEL_LIFETIME_BOUND { return object_; }

private:
    template <class U> friend class PerCpu;
    template <class U, class Tag> friend class StaticPerCpu;

    KEEL_ANY_CONTEXT KEEL_INLINE explicit LocalCpu(bindings::percpu_ptr<void> base)
    {
        UNSAFE("enabled by the destructor; then this CPU has a T there")
        {
            bindings::preempt_disable();
            object_ = static_cast<const T*>(bindings::per_cpu_here(base));
        }
    }

    const T* object_;
};

/// A T for each CPU that there is or may come, each made by its default constructor.
///
///     PerCpu<Atomic<u64>> hits;
///     ...
///     hits.local()->inc();
///
/// An interrupt on the same CPU can come in between, and other CPUs may look on: so a T is const, and what changes in
/// it is Atomic or behind a lock, which is hardly ever contended. Sums of numbers: PercpuCounter.
///
/// # Invariants
/// base_ is null (empty, moved from) or per-CPU memory with a live T for each possible CPU, which this alone frees.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC PerCpu {
    static_assert(sizeof(T) <= 32'768 && alignof(T) <= 4'096, "more than the kernel has for one per-CPU variable");
    using Access = detail::PerCpuAccess<T>;

public:
    /// An empty one; using it traps.
    constexpr PerCpu() : base_ {nullptr} {}
    PerCpu(PerCpu&& other) : base_ {other.base_} { other.base_ = {nullptr}; }
    PerCpu& operator=(PerCpu other)
    {
        swap(base_, other.base_);
        return *this;
    }
    KEEL_MAY_SLEEP ~PerCpu()
    {
        if (!base_.raw)
            return;
        Access::each(base_, [](T& object) { object.~T(); });
        UNSAFE("ours alone: invariant") { bindings::free_percpu(base_); }
    }

    /// # Context
    /// May sleep.
    /// # Errors
    /// ENOMEM: no memory.
    KEEL_MAY_SLEEP static Result<PerCpu> create()
    {
        bindings::percpu_ptr<void> base;
        UNSAFE("a size and an alignment that are asserted")
        {
            base = bindings::alloc_percpu_bytes(sizeof(T), alignof(T));
        }
        if (!base.raw)
            return ENOMEM;
        Access::each(base, [](T& object) { ::new (static_cast<void*>(&object)) T(); });
        return PerCpu(base);
    }

    /// That of this CPU.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE LocalCpu<T> local() const KEEL_LIFETIME_BOUND { return LocalCpu<T>(checked()); }

    /// That of `cpu`, if such a CPU is possible.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT Option<const T&> on(u32 cpu) const KEEL_LIFETIME_BOUND
    {
        UNSAFE("any number may be asked for")
        {
            if (!bindings::cpu_is_possible(cpu))
                return none;
        }
        return Access::at(checked(), cpu);
    }

    /// Calls `visit(const T&)` for that of each possible CPU.
    template <class Visit> void for_each(Visit visit) const
    {
        Access::each(checked(), [&visit](const T& object) { visit(object); });
    }

    /// How Result<PerCpu> keeps one or an errno in one register.
    void* into_niche()
    {
        void* raw = base_.raw;
        base_ = {nullptr};
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static PerCpu from_niche(void* raw) { return PerCpu({raw}); }

private:
    explicit PerCpu(bindings::percpu_ptr<void> base) : base_ {base} {}

    KEEL_ANY_CONTEXT KEEL_INLINE bindings::percpu_ptr<void> checked() const
    {
        if (!base_.raw) [[unlikely]]
            trap("use of an empty PerCpu");
        return base_;
    }

    bindings::percpu_ptr<void> base_;
};

/// A T for each CPU for as long as the module is loaded, under the name Tag: no memory to ask for, no pointer to
/// follow.
///
///     struct Hits;
///     using hits = StaticPerCpu<Atomic<u64>, Hits>;
///     ...
///     hits::local()->inc();
///
/// # Context
/// Any.
template <class T, class Tag> class StaticPerCpu {
    static_assert(TriviallyDestructible<T>, "nothing destroys it when the module is unloaded");
    using Access = detail::PerCpuAccess<T>;

public:
    StaticPerCpu() = delete;

    /// That of this CPU.
    KEEL_ANY_CONTEXT KEEL_INLINE static LocalCpu<T> local() { return LocalCpu<T>(base()); }

    /// That of `cpu`, if such a CPU is possible.
    KEEL_ANY_CONTEXT static Option<const T&> on(u32 cpu)
    {
        UNSAFE("any number may be asked for")
        {
            if (!bindings::cpu_is_possible(cpu))
                return none;
        }
        return Access::at(base(), cpu);
    }

    /// Calls `visit(const T&)` for that of each possible CPU.
    template <class Visit> static void for_each(Visit visit)
    {
        Access::each(base(), [&visit](const T& object) { visit(object); });
    }

private:
    /// The value that every CPU's begins with. Its address is one that per_cpu_at understands, and no other code uses.
    [[gnu::section(".data..percpu")]] static inline constinit T initial_ {};

    KEEL_ANY_CONTEXT KEEL_INLINE static bindings::percpu_ptr<void> base() { return {&initial_}; }
};

} // namespace keel
