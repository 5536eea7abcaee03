// SPDX-License-Identifier: GPL-2.0
// Lets one allocation of a module fail, the n-th: for a module of tests, which is compiled with this before everything
// else (cxxflags-y := -include keel/test/failing.hpp). Other modules do not know of it.
//
// What the library asks the kernel for, memory or what takes memory, goes through the macros below. They stand for the
// calls of the kernel's functions in the library's headers, so that these are the same with and without it. Left out is
// what cannot fail where something was reserved before: xa_store, mempool_alloc.
#pragma once

#include <bindings/alloc.hpp>
#include <bindings/collections.hpp>
#include <bindings/sync.hpp>
#include <bindings/task.hpp>
#include <keel/core/attributes.hpp>

namespace keel::test {

/// Counts what is asked for, by all threads and interrupt handlers of the module.
class Failures {
public:
    /// Lets the `n`-th allocation from now fail, and only that one; 0: none.
    static void fail(unsigned n)
    {
        __atomic_store_n(&failing_, n, __ATOMIC_RELAXED);
        __atomic_store_n(&tried_, 0, __ATOMIC_RELAXED);
    }
    /// How many allocations were tried since the last `fail`.
    static unsigned tried() { return __atomic_load_n(&tried_, __ATOMIC_RELAXED); }

    /// The n to try after `n`: each up to a hundred and some, then fewer of those that are much alike.
    static unsigned after(unsigned n) { return n + 1 + n / 128 * (n / 64); }
    /// What a run leaves behind is looked for when the module has gone.
    static bool leaves_nothing() { return true; }

    /// Whether the allocation that is tried now is the one to fail.
    KEEL_ANY_CONTEXT static bool comes()
    {
        const unsigned number = __atomic_add_fetch(&tried_, 1, __ATOMIC_RELAXED);
        return number == __atomic_load_n(&failing_, __ATOMIC_RELAXED);
    }

private:
    static inline constinit unsigned failing_ = 0;
    static inline constinit unsigned tried_ = 0;
};

} // namespace keel::test

namespace bindings {
using KeelFailures = keel::test::Failures;
}

// After `bindings::`, and in parentheses or as an initialiser: all that the library has.
#define KEEL_UNLESS_FAILING(failed, ...) KeelFailures::comes() ? failed : bindings::__VA_ARGS__

#define kmalloc(...) KEEL_UNLESS_FAILING(nullptr, kmalloc(__VA_ARGS__))
#define kmalloc_node(...) KEEL_UNLESS_FAILING(nullptr, kmalloc_node(__VA_ARGS__))
#define krealloc(...) KEEL_UNLESS_FAILING(nullptr, krealloc(__VA_ARGS__))
#define kvmalloc(...) KEEL_UNLESS_FAILING(nullptr, kvmalloc(__VA_ARGS__))
#define kvmalloc_node(...) KEEL_UNLESS_FAILING(nullptr, kvmalloc_node(__VA_ARGS__))
#define kvrealloc(...) KEEL_UNLESS_FAILING(nullptr, kvrealloc(__VA_ARGS__))
#define __vmalloc(...) KEEL_UNLESS_FAILING(nullptr, __vmalloc(__VA_ARGS__))
#define vmalloc_node(...) KEEL_UNLESS_FAILING(nullptr, vmalloc_node(__VA_ARGS__))
#define vzalloc_node(...) KEEL_UNLESS_FAILING(nullptr, vzalloc_node(__VA_ARGS__))
#define vmalloc_user(...) KEEL_UNLESS_FAILING(nullptr, vmalloc_user(__VA_ARGS__))
#define alloc_pages_node(...) KEEL_UNLESS_FAILING(nullptr, alloc_pages_node(__VA_ARGS__))
#define folio_alloc(...) KEEL_UNLESS_FAILING(nullptr, folio_alloc(__VA_ARGS__))
#define alloc_percpu_bytes(...)                                                                                        \
    KEEL_UNLESS_FAILING((bindings::percpu_ptr<void> {nullptr}), alloc_percpu_bytes(__VA_ARGS__))
#define kmem_cache_create(...) KEEL_UNLESS_FAILING(nullptr, kmem_cache_create(__VA_ARGS__))
#define kmem_cache_alloc(...) KEEL_UNLESS_FAILING(nullptr, kmem_cache_alloc(__VA_ARGS__))
#define mempool_create_kmalloc_pool(...) KEEL_UNLESS_FAILING(nullptr, mempool_create_kmalloc_pool(__VA_ARGS__))
#define create_workqueue(...) KEEL_UNLESS_FAILING(nullptr, create_workqueue(__VA_ARGS__))
#define kthread_create_on_node(...)                                                                                    \
    KEEL_UNLESS_FAILING(reinterpret_cast<bindings::task_struct*>(-12L), kthread_create_on_node(__VA_ARGS__))
#define init_srcu_struct(...) KEEL_UNLESS_FAILING(-12, init_srcu_struct(__VA_ARGS__))
#define percpu_counter_start(...) KEEL_UNLESS_FAILING(-12, percpu_counter_start(__VA_ARGS__))
#define ida_alloc_range(...) KEEL_UNLESS_FAILING(-12, ida_alloc_range(__VA_ARGS__))
#define xa_insert(...) KEEL_UNLESS_FAILING(-12, xa_insert(__VA_ARGS__))
#define xa_alloc(...) KEEL_UNLESS_FAILING(-12, xa_alloc(__VA_ARGS__))
#define mtree_insert_range(...) KEEL_UNLESS_FAILING(-12, mtree_insert_range(__VA_ARGS__))
#define mas_store_gfp(...) KEEL_UNLESS_FAILING(-12, mas_store_gfp(__VA_ARGS__))
