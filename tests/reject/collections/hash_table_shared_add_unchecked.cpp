// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Peer {
    u32 id;
    SharedHashLinks links;
};
using Peers = HashTable<Arc<Peer>, &Peer::links, &Peer::id, 6>;

void add(Peers& peers, const Arc<Peer>& peer)
{
    peers.add(peer.clone()); // expect-error: ignoring return value
}
