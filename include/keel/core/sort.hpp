// SPDX-License-Identifier: GPL-2.0
// Sorting in place and searching in what is sorted.
// C header: include/linux/sort.h, include/linux/bsearch.h
#pragma once

#include <keel/core/span.hpp>

namespace keel {

/// Sorts by `less(a, b)`, which says whether a comes before b.
///
/// A heap sort, as the kernel's: n log n steps at worst, no recursion, no memory; equal elements may change their
/// order. Unlike C's it calls neither comparison nor exchange through a pointer.
///
/// # Context
/// Any, if `less` is.
template <class T, class Less> void sort(Span<T> elements, Less less)
{
    const auto at = [elements](usize i) KEEL_LIFETIME_BOUND -> T& {
        UNSAFE("callers pass an index below the length") { return elements.data()[i]; }
    };
    const auto sift = [&](usize root, usize end) {
        for (usize child; (child = 2 * root + 1) < end; root = child) {
            if (child + 1 < end && less(at(child), at(child + 1)))
                child++;
            if (!less(at(root), at(child)))
                return;
            swap(at(root), at(child));
        }
    };
    for (usize i = elements.len() / 2; i > 0; i--)
        sift(i - 1, elements.len());
    for (usize end = elements.len(); end > 1; end--) {
        swap(at(0), at(end - 1));
        sift(0, end - 1);
    }
}

/// How many elements at the beginning are `before`, if those that are all come before those that are not.
///
///     const usize i = lower_bound(sorted, [key](const Entry& entry) { return entry.key < key; });
template <class T, class Before> constexpr usize lower_bound(Span<T> elements, Before before)
{
    usize first = 0;
    for (usize n = elements.len(); n > 0;) {
        const usize half = n / 2;
        if (before(elements[first + half])) {
            first += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return first;
}

} // namespace keel
