// SPDX-License-Identifier: GPL-2.0
// What the iteration of a container of pairs shows.
#pragma once

#include <keel/core/types.hpp>

namespace keel {

/// A pair in a container: its key, which stays as it is, and its value.
///
///     for (auto item : tree)
///         total += item.value;
template <class K, class V> struct KEEL_VIEW Item {
    const K& key;
    V& value;
};

} // namespace keel
