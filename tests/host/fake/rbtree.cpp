// SPDX-License-Identifier: GPL-2.0
// The kernel's red-black tree without colours: a search tree that is not balanced, but right.
#include "fake.hpp"

#include <bindings/collections.hpp>

namespace {

using bindings::rb_node;
using bindings::rb_root;

rb_node* parent(const rb_node* node) { return reinterpret_cast<rb_node*>(node->__rb_parent_color); }
void set_parent(rb_node* node, rb_node* parent)
{
    if (node)
        node->__rb_parent_color = reinterpret_cast<unsigned long>(parent);
}

rb_node* leftmost(rb_node* node)
{
    while (node && node->rb_left)
        node = node->rb_left;
    return node;
}
rb_node* rightmost(rb_node* node)
{
    while (node && node->rb_right)
        node = node->rb_right;
    return node;
}

/// Puts `other` (or null) where `node` is.
void replace(rb_node* node, rb_node* other, rb_root* root)
{
    rb_node* up = parent(node);
    (!up ? root->rb_node : up->rb_left == node ? up->rb_left : up->rb_right) = other;
    set_parent(other, up);
}

rb_node* deepest(rb_node* node)
{
    while (node && (node->rb_left || node->rb_right))
        node = node->rb_left ? node->rb_left : node->rb_right;
    return node;
}

} // namespace

namespace bindings {
extern "C" {

void rb_link_node(rb_node* node, rb_node* up, rb_node** link)
{
    node->rb_left = node->rb_right = nullptr;
    set_parent(node, up);
    *link = node;
}
void rb_insert_color(rb_node*, rb_root*) {}

void rb_erase(rb_node* node, rb_root* root)
{
    if (!node->rb_left || !node->rb_right)
        return replace(node, node->rb_left ? node->rb_left : node->rb_right, root);
    rb_node* next = leftmost(node->rb_right);
    if (parent(next) != node) {
        replace(next, next->rb_right, root);
        next->rb_right = node->rb_right;
        set_parent(next->rb_right, next);
    }
    replace(node, next, root);
    next->rb_left = node->rb_left;
    set_parent(next->rb_left, next);
}

rb_node* rb_first(const rb_root* root) { return leftmost(root->rb_node); }
rb_node* rb_last(const rb_root* root) { return rightmost(root->rb_node); }
rb_node* rb_next(const rb_node* node)
{
    if (node->rb_right)
        return leftmost(node->rb_right);
    while (parent(node) && parent(node)->rb_right == node)
        node = parent(node);
    return parent(node);
}
rb_node* rb_prev(const rb_node* node)
{
    if (node->rb_left)
        return rightmost(node->rb_left);
    while (parent(node) && parent(node)->rb_left == node)
        node = parent(node);
    return parent(node);
}
rb_node* rb_first_postorder(const rb_root* root) { return deepest(root->rb_node); }
rb_node* rb_next_postorder(const rb_node* node)
{
    rb_node* up = parent(node);
    return up && up->rb_left == node && up->rb_right ? deepest(up->rb_right) : up;
}

} // extern "C"
} // namespace bindings
