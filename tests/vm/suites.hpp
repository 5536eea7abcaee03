// SPDX-License-Identifier: GPL-2.0
// Every suite that runs both in the kernel and on the host: NAME_suite is what KEEL_SUITE defines in FOLDER/NAME.cpp.
#pragma once

#include <keel/test/suite.hpp>

// clang-format off
#define SUITES(X) \
    X(result) \
    X(span) \
    X(bits) \
    X(endian) \
    X(format) \
    X(ratelimit) \
    X(box) \
    X(vec) \
    X(lock) \
    X(arc) \
    X(atomic) \
    X(atomic_bits) \
    X(refcount) \
    X(list) \
    X(ida) \
    X(xarray) \
    X(maple_tree) \
    X(duration) \
    X(instant) \
    X(jiffies) \
    X(delay) \
    X(completion) \
    X(wait_queue) \
    X(condvar) \
    X(work) \
    X(workqueue) \
    X(delayed_work) \
    X(shared_work) \
    X(rwlock) \
    X(rwsem) \
    X(raw_spinlock) \
    X(semaphore) \
    X(seqlock) \
    X(locked_by) \
    X(rbtree) \
    X(hash_map) \
    X(hash_table) \
    X(timer) \
    X(hrtimer) \
    X(rcu_ptr) \
    X(srcu) \
    X(set_once) \
    X(revocable) \
    X(thread) \
    X(bitmap) \
    X(ring) \
    X(llist) \
    X(page) \
    X(folio) \
    X(shared) \
    X(shared_page) \
    X(shared_buffer) \
    X(cache) \
    X(mempool) \
    X(per_cpu) \
    X(percpu_counter) \
    X(static_key) \
    X(task) \
    X(credentials) \
    X(pid) \
    X(notifier) \
    X(unique_arc) \
    X(arc_borrow) \
    X(weak) \
    X(threads) \
    X(parse) \
    X(text_page) \
    X(byte_sink) \
    X(kobject) \
    X(contents) \
    X(entry)
// clang-format on

#define DECLARE(name) extern const keel::test::Suite name##_suite KEEL_SUITE_SYMBOL(name##_suite);
SUITES(DECLARE)
#undef DECLARE

#define ADDRESS(name) &name##_suite,
inline constexpr const keel::test::Suite* suites[] = {SUITES(ADDRESS)};
#undef ADDRESS
