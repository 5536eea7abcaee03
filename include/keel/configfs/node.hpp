// SPDX-License-Identifier: GPL-2.0
// A configfs item that mkdir made, with its data.
// C header: include/linux/configfs.h (struct config_item, struct config_group)
#pragma once

#include <keel/configfs/type.hpp>

namespace keel::configfs::detail {

template <bool group> struct RawOf {
    using Type = bindings::config_item;
};
template <> struct RawOf<true> {
    using Type = bindings::config_group;
};

template <class D, class... Gs>
Result<void> add_defaults(bindings::config_group& raw, const D& parent, sysfs::detail::List<Gs...>);

/// An item, or a group, with a D. Lives until the last user is gone: rmdir, and whoever held it.
///
/// # Invariants
/// In a Box until raw_ was initialised, from then on kept by its count; release ends it.
template <class D, bool group> class Node {
public:
    using Data = D;
    using Raw = RawOf<group>::Type;

    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    template <class Make>
    Node(Init<Node>& init, Make& make) : Node(init, Init<D>(static_cast<void*>(&init.self()->data_)), make)
    {}

    /// A new one with the data that `make` builds; counted once, for the caller.
    ///
    /// # Errors
    /// ENOMEM; what `make` recorded.
    template <class Make> static Result<Raw*> create(const char* name, Make make)
    {
        Node* node =
            TRY(Box<Node>::init(GFP_KERNEL, [&](Init<Node>& init) -> Node { return Node(init, make); })).into_raw();
        UNSAFE("raw_ is zero and stays where it is until release, which is called when nobody uses it any more")
        {
            if constexpr (group)
                bindings::config_group_init_type_name(&node->raw_, name, &Type<Node>::value);
            else
                bindings::config_item_init_type_name(&node->raw_, name, &Type<Node>::value);
        }
        Result<void> filled = fill(*node);
        if (!filled.ok()) {
            UNSAFE("counted once, for us") { bindings::config_item_put(item(&node->raw_)); }
            return filled.error();
        }
        return &node->raw_;
    }

    static const D& data(bindings::config_item* item) { return of(item).data_; }

    static void release(bindings::config_item* item)
    {
        Node& node = of(item);
        UNSAFE("nobody counts it any more, and create took it out of a Box")
        {
            if constexpr (group)
                bindings::configfs_remove_default_groups(&node.raw_);
            Box<Node> last = Box<Node>::from_raw(&node);
        }
    }

private:
    template <class Make> Node(Init<Node>& init, Init<D> inner, Make& make) : data_(make(inner))
    {
        if (Result<void> built = inner.result(); !built.ok())
            init.fail(built.error());
    }

    static Node& of(bindings::config_item* item)
    {
        UNSAFE("its type is Type<Node>, so that it is the start of a raw_")
        {
            return *reinterpret_cast<Node*>(reinterpret_cast<char*>(item) - __builtin_offsetof(Node, raw_));
        }
    }
    static bindings::config_item* item(bindings::config_item* raw) { return raw; }
    static bindings::config_item* item(bindings::config_group* raw) { return &raw->cg_item; }

    static Result<void> fill(Node& node)
    {
        // A long name is allocated, and configfs does not say when that failed.
        if (!item(&node.raw_)->ci_name)
            return ENOMEM;
        if constexpr (group)
            TRY(add_defaults(node.raw_, node.data_, typename DeclaredBy<D>::Groups {}));
        return {};
    }

    Raw raw_ {};
    D data_;
};

/// Makes the groups that are in `raw` from the start. What was made before an error ends with `raw`.
template <class D, class... Gs> Result<void> add_defaults(bindings::config_group& raw, const D& parent, List<Gs...>)
{
    [[maybe_unused]] const auto add = [&]<class G>() -> Result<void> {
        using C = typename G::Child;
        auto* made = TRY((Node<C, true>::create(G::name, [&](Init<C>& init) -> C {
            UNSAFE("a pointer to a member that was a constant") { return (parent.*G::make)(init); }
        })));
        UNSAFE("counted once, which configfs_remove_default_groups takes back")
        {
            bindings::configfs_add_default_group(made, &raw);
        }
        return {};
    };
    Result<void> result;
    (void)(... && (result.ok() && (result = add.template operator()<Gs>()).ok()));
    return result;
}

} // namespace keel::configfs::detail
