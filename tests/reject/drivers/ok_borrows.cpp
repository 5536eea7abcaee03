// SPDX-License-Identifier: GPL-2.0
// Borrows that are right: they end before the change, are of another field, or cannot be ended by it.
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    u32 id;
    Vec<u8> bytes;
};

struct Endpoint {
    Vec<Packet> tx;
    Vec<Packet> rx;
    u32 dropped;
};

/// The last use is before the change: the borrow has ended by then.
Result<u32> look_then_push(Vec<u32>& queue)
{
    const u32& head = queue[0];
    const u32 copied = head;
    TRY(queue.push(copied, GFP_KERNEL));
    return copied;
}

/// The borrow is made anew after each change.
Result<u32> push_and_look(Vec<u32>& queue, u32 n)
{
    u32 sum = 0;
    for (u32 i = 0; i < n; i++) {
        TRY(queue.push(i, GFP_KERNEL));
        const u32& last = queue[queue.len() - 1];
        sum += last;
    }
    return sum;
}

/// A borrow of one field, a change of another.
Result<void> move_between(Endpoint& endpoint)
{
    const Vec<Packet>& from = endpoint.rx;
    endpoint.dropped += static_cast<u32>(from.len());
    if (Option<Packet> packet = endpoint.rx.pop(); packet.is_some())
        TRY(endpoint.tx.push(packet.take(), GFP_KERNEL));
    return {};
}

/// Elements change in place: nothing moves.
void mark(Vec<u32>& samples)
{
    for (u32& sample : samples)
        sample |= 1;
    Span<u32> all = samples;
    all[0] = 0;
    samples[1] = all[0];
}

/// The borrow is used on the path that does not change.
Result<u32> insert_or_get(Vec<u32>& table, u32 key)
{
    for (const u32& entry : table)
        if (entry == key)
            return entry;
    TRY(table.push(key, GFP_KERNEL));
    return key;
}

/// A reference is returned early, and the change is on the other path (the third problem case of NLL).
Option<Packet&> find(Vec<Packet>& packets KEEL_LIFETIME_BOUND, u32 id)
{
    for (Packet& packet : packets)
        if (packet.id == id)
            return packet;
    return none;
}

Result<u32> find_or_add(Vec<Packet>& packets, u32 id)
{
    if (Option<Packet&> found = find(packets, id); found.is_some())
        return found.value().id;
    TRY(packets.push({.id = id, .bytes = {}}, GFP_KERNEL));
    return packets[packets.len() - 1].id;
}

/// The length is read before the push: an argument that is a value borrows nothing.
Result<void> push_len(Vec<usize>& lengths)
{
    return lengths.push(lengths.len(), GFP_KERNEL);
}

/// A borrow in a loop that ends in each round.
usize total_bytes(const Vec<Packet>& packets)
{
    usize sum = 0;
    for (const Packet& packet : packets) {
        Span<const u8> bytes = packet.bytes.span();
        for (u8 byte : bytes)
            sum += byte;
    }
    return sum;
}

/// A view that is given another owner while the first one is unchanged.
u32 switch_view(Vec<u32>& a, Vec<u32>& b, bool second)
{
    Span<u32> view = a;
    if (second)
        view = b;
    return view.is_empty() ? 0 : view[0];
}

/// The old view is replaced before it is used again.
Result<u32> refresh(Vec<u32>& queue)
{
    Span<u32> view = queue;
    const u32 before = view.is_empty() ? 0 : view[0];
    TRY(queue.push(1u, GFP_KERNEL));
    view = queue;
    return before + view[0];
}

/// The owner is replaced after the last look.
Result<usize> reload(Box<Packet>& packet)
{
    const Packet& old = *packet;
    const usize len = old.bytes.len();
    packet = TRY(Box<Packet>::create(GFP_KERNEL, Packet {.id = 0, .bytes = {}}));
    return len;
}

/// A closure that ends before the change.
usize count_then_clear(Vec<u32>& queue)
{
    usize n = 0;
    {
        auto add = [&] { n += queue.len(); };
        add();
        add();
    }
    queue.clear();
    return n;
}

/// Two different elements, one after the other.
void exchange(Vec<u32>& values, usize a, usize b)
{
    const u32 kept = values[a];
    values[a] = values[b];
    values[b] = kept;
}

/// Two owners, each with its own borrow.
Result<void> copy(Vec<u8>& to, const Vec<u8>& from)
{
    Span<const u8> content = from.span();
    TRY(to.extend(content, GFP_KERNEL));
    return {};
}

/// Header and body of one packet: views of views live as long as what they show.
struct KEEL_VIEW Frame {
    Span<const u8> header;
    Span<const u8> body;
};

Option<Frame> split(Span<const u8> bytes KEEL_LIFETIME_BOUND)
{
    if (bytes.len() < 4)
        return none;
    return Frame {.header = bytes.first(4), .body = bytes.from(4)};
}

u32 checksum(const Packet& packet)
{
    Option<Frame> frame = split(packet.bytes);
    if (frame.is_none())
        return 0;
    u32 sum = 0;
    for (u8 byte : frame.value().body)
        sum += byte;
    return sum + frame.value().header[0];
}

/// Borrows of what is behind a guard, which outlives them.
Result<u32> first_locked(const Mutex<Endpoint>& endpoint)
{
    auto e = TRY(endpoint.lock_interruptible());
    if (e->rx.is_empty())
        return EAGAIN;
    const Packet& first = e->rx[0];
    const u32 id = first.id;
    e->dropped++;
    e->rx.truncate(0);
    return id;
}

/// Shared objects do not move, whoever adds an owner.
u32 shared_twice(const Arc<Packet>& packet)
{
    const Packet& seen = *packet;
    Arc<Packet> other = packet.clone();
    return seen.id + other->id;
}

/// A Box keeps its object where it is while the Box is in a Vec that does not change.
u32 boxed(Vec<Box<Packet>>& packets)
{
    Packet& first = *packets[0];
    first.id = 7;
    return packets[0]->id;
}

/// The reference that a function says it borrows from its argument.
const u32& larger(const u32& a KEEL_LIFETIME_BOUND, const u32& b KEEL_LIFETIME_BOUND) { return a < b ? b : a; }

u32 limit(const Vec<u32>& limits, u32 asked)
{
    u32 result = asked;
    for (const u32& each : limits)
        result = larger(result, each);
    return result;
}

/// An accessor chain, all bound to the object.
class Tree {
public:
    const Vec<Packet>& packets() const KEEL_LIFETIME_BOUND { return packets_; }
    const Packet& at(usize index) const KEEL_LIFETIME_BOUND { return packets()[index]; }
    Span<const u8> bytes(usize index) const KEEL_LIFETIME_BOUND { return at(index).bytes.span(); }
    Packet& at(usize index) KEEL_LIFETIME_BOUND { return packets_[index]; }

    Result<void> add(u32 id) { return packets_.push({.id = id, .bytes = {}}, GFP_KERNEL); }

private:
    Vec<Packet> packets_;
};

Result<u32> grow(Tree& tree)
{
    TRY(tree.add(1));
    const u32 first = tree.at(0).id;
    TRY(tree.add(first + 1));
    Packet& last = tree.at(tree.packets().len() - 1);
    last.id++;
    return last.id;
}

// One caller of all, so that each is instantiated and none is unused.
Result<u32> every_borrow(Vec<u32>& queue, Endpoint& endpoint, const Mutex<Endpoint>& locked, Tree& tree)
{
    u32 sum = TRY(look_then_push(queue)) + TRY(push_and_look(queue, 3)) + TRY(insert_or_get(queue, 3));
    TRY(move_between(endpoint));
    mark(queue);
    sum += TRY(find_or_add(endpoint.tx, 3)) + static_cast<u32>(total_bytes(endpoint.rx));
    Vec<usize> lengths;
    TRY(push_len(lengths));
    Vec<u32> other;
    sum += switch_view(queue, other, false) + TRY(refresh(queue)) + static_cast<u32>(count_then_clear(other));
    auto packet = TRY(Box<Packet>::create(GFP_KERNEL, Packet {.id = 1, .bytes = {}}));
    sum += static_cast<u32>(TRY(reload(packet))) + checksum(*packet);
    exchange(queue, 0, 1);
    Vec<u8> copied;
    TRY(copy(copied, packet->bytes));
    sum += TRY(first_locked(locked));
    auto shared = TRY(Arc<Packet>::create(GFP_KERNEL, Packet {.id = 1, .bytes = {}}));
    sum += shared_twice(shared);
    Vec<Box<Packet>> boxes;
    TRY(boxes.push(move(packet), GFP_KERNEL));
    return sum + boxed(boxes) + limit(queue, 8) + TRY(grow(tree));
}
