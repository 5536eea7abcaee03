// SPDX-License-Identifier: GPL-2.0
// Moves after which nothing is used, or is given a value first.
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Vec<u8> head;
    Vec<u8> body;
    u32 id = 0;
};
Result<void> send(Vec<u8> bytes);
Result<void> queue(Packet packet);
bool is_urgent(const Packet& packet);

// Given a value again, on each way.
Result<void> refilled(bool twice)
{
    Vec<u8> bytes;
    TRY(bytes.push(1, GFP_KERNEL));
    TRY(send(move(bytes)));
    bytes = Vec<u8>();
    TRY(bytes.push(2, GFP_KERNEL));
    if (twice) {
        TRY(send(move(bytes)));
        bytes = {};
    }
    return send(move(bytes));
}

Result<void> in_each_round(u32 rounds)
{
    Vec<u8> bytes;
    for (u32 i = 0; i < rounds; i++) {
        TRY(bytes.push(3, GFP_KERNEL));
        if (i % 2 == 0)
            continue;
        TRY(send(move(bytes)));
        bytes = Vec<u8>();
    }
    return {};
}

// Moved on one way, used on the other.
Result<void> one_way(Packet packet)
{
    if (is_urgent(packet))
        return queue(move(packet));
    packet.id++;
    switch (packet.id) {
    case 1:
        return send(move(packet.head));
    case 2:
        return send(move(packet.body));
    default:
        break;
    }
    return queue(move(packet));
}

// Field by field; then the whole, once it is whole again.
Result<void> fields(Packet packet)
{
    TRY(send(move(packet.head)));
    packet.body.truncate(0);
    packet.head = move(packet.body);
    packet.body = {};
    packet.id = 3;
    return queue(move(packet));
}

// Members change places.
void swapped(Packet& packet, Option<Packet>& spare)
{
    swap(packet.head, packet.body);
    Vec<u8> head = {};
    swap(packet.head, head);
    if (spare.is_none())
        return;
    Packet other = spare.take();
    swap(other, packet);
    spare = move(other);
}

// What is kept in an Option is taken out of it, in a loop and behind a lock.
u32 taken(const Mutex<Option<Packet>>& slot)
{
    u32 id = 0;
    while (true) {
        auto guard = slot.lock();
        if (guard->is_none())
            break;
        const Packet packet = guard->take();
        id += packet.id;
        if (packet.head.is_empty())
            continue;
        id++;
    }
    return id;
}

// Into a closure, which gives it away when it is called first.
Result<void> into_closure(Packet packet)
{
    auto sends = [held = Option<Packet>(move(packet))]() mutable -> Result<void> {
        if (held.is_none())
            return EINVAL;
        return queue(held.take());
    };
    return sends();
}

Result<Packet> made(bool whole)
{
    Packet packet {};
    TRY(packet.head.push(1, GFP_KERNEL));
    Packet same = move(packet);
    if (!whole)
        return EINVAL;
    TRY(same.body.push(2, GFP_KERNEL));
    return same;
}
