// SPDX-License-Identifier: GPL-2.0
// Known only when the template is instantiated.
#include <keel/prelude.hpp>

using namespace keel;

template <class T> struct Pair {
    T first; // expect-error: field 'first' keeps a borrow, 'Span<int>' [keel-borrow-field]
    T second; // expect-error: field 'second' keeps a borrow, 'Span<int>' [keel-borrow-field]
};

usize total(const Pair<Span<int>>& pair) { return pair.first.len() + pair.second.len(); }
