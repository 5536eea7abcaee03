// SPDX-License-Identifier: GPL-2.0
// Which part of the machine's memory an allocation comes from.
// C header: include/linux/topology.h, include/linux/nodemask.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/core/option.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// A node of memory: some of it is near some processors. Allocations for a node take from another if it has none left.
///
/// # Invariants
/// id_ is NUMA_NO_NODE or a node that was online.
class NumaNode {
public:
    /// The node with this number, if it is online.
    KEEL_ANY_CONTEXT static Option<NumaNode> from_id(int id)
    {
        UNSAFE("the number is checked by the shim")
        {
            if (!bindings::node_is_online(id))
                return none;
        }
        return NumaNode(id);
    }
    /// No wish: the kernel takes the nearest.
    static constexpr NumaNode any() { return NumaNode(bindings::NUMA_NO_NODE); }
    /// The nearest to the processor that asks.
    KEEL_ANY_CONTEXT static NumaNode local()
    {
        UNSAFE("reads which node this processor belongs to") { return NumaNode(bindings::numa_mem_id()); }
    }

    /// Its number; -1 for `any`.
    constexpr int id() const { return id_; }
    constexpr bool operator==(const NumaNode&) const = default;

private:
    constexpr explicit NumaNode(int id) : id_ {id} {}

    int id_;
};

} // namespace keel
