// SPDX-License-Identifier: GPL-2.0
// Elements in a table under a lock: allocated and dropped outside of it.
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    u32 bytes;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

struct Peer {
    u32 id;
    SharedHashLinks links;
};
using Peers = HashTable<Arc<Peer>, &Peer::links, &Peer::id, 6, SipHash>;

struct Tables {
    SpinLock<Flows> flows;
    Mutex<Peers> peers;

    Result<void> open(u32 id) const
    {
        auto flow = TRY(Box<Flow>::create(GFP_KERNEL, id, 0u));
        auto locked = flows.lock();
        if (locked->contains(id))
            return EEXIST;
        locked->add(move(flow));
        return {};
    }
    Option<Box<Flow>> close(u32 id) const { return flows.lock()->remove(id); }
    u32 add(u32 id, u32 bytes) const
    {
        u32 total = 0;
        auto locked = flows.lock();
        for (Flow& flow : locked->matches(id))
            total += flow.bytes += bytes;
        for (const Flow& flow : *locked)
            total += flow.bytes;
        if (Option<Flow&> first = locked->get(7); first.is_some())
            first.value().bytes = 0;
        return total;
    }
    Result<void> join(const Arc<Peer>& peer) const { return peers.lock()->add(peer.clone()); }
    void leave(const Peer& peer) const { peers.lock()->remove(peer).reset(); }
};
