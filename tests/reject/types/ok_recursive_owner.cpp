// SPDX-License-Identifier: GPL-2.0
// Classes that own more of their own kind, directly and through each other.
#include <keel/prelude.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/mutex.hpp>

using namespace keel;

struct Node {
    u32 value = 0;
    Vec<Box<Node>> kids {};
    Option<Box<Node>> next {};
};
struct Request;
struct Queue {
    Option<Box<Request>> first {};
    u32 length = 0;
};
struct Request {
    Queue later {};
    Option<Arc<Request>> parent {};
    u32 id = 0;
};
template <class T> struct Tree {
    T value;
    Option<Box<Tree>> left {};
    Option<Box<Tree>> right {};
};

u32 sum(const Node& node)
{
    u32 total = node.value;
    for (const Box<Node>& kid : node.kids)
        total += sum(*kid);
    return node.next.is_some() ? total + sum(*node.next.value()) : total;
}

void trim(Node& node)
{
    const u32 had = sum(node);
    if (had > 10)
        node.kids.clear();
    node.next.reset();
    node.value = had;
}

u32 drop_first(Queue& queue)
{
    Option<Box<Request>> first = queue.first.take();
    Request& request = *first.value();
    queue.length--;
    request.parent.reset();
    return request.id;
}

void prune(Mutex<Tree<u32>>& tree)
{
    auto guard = tree.lock();
    u32& value = guard->value;
    value++;
    guard->left.reset();
    guard->right = none;
}
