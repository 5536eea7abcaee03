// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/hash_table.hpp>
#include <keel/sync/arc.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Flow {
    u32 id;
    u32 weight;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 3>;

struct Peer {
    u64 address;
    SharedHashLinks links;
    SharedHashLinks by_age;
};
using Peers = HashTable<Arc<Peer>, &Peer::links, &Peer::address, 4, SipHash>;
using Ages = HashTable<Arc<Peer>, &Peer::by_age, &Peer::address, 1>;

/// Adds flows 1 to n, each of its own weight; whether memory sufficed.
bool fill(Flows& flows, u32 n)
{
    for (u32 id = 1; id <= n; id++) {
        Result<Box<Flow>> flow = Box<Flow>::create(GFP_KERNEL, id, id * id);
        if (!flow.ok())
            return false;
        flows.add(flow.take());
    }
    return true;
}

void elements_are_found_by_their_key(Test& test)
{
    Flows flows;
    KEEL_EXPECT(test, flows.is_empty() && flows.get(1).is_none() && flows.remove(1).is_none());
    // More than there are chains.
    if (!fill(flows, 40))
        return;
    for (u32 id = 1; id <= 40; id++)
        KEEL_EXPECT(test, flows.get(id).value().weight == id * id);
    KEEL_EXPECT(test, !flows.is_empty() && flows.contains(7) && !flows.contains(41));
    flows.get(7).value().weight = 3;
    KEEL_EXPECT(test, flows.remove(7).value()->weight == 3 && !flows.contains(7) && flows.remove(7).is_none());
    const Flows& view = flows;
    u32 sum = 0;
    for (const Flow& flow : view)
        sum += flow.id;
    KEEL_EXPECT(test, sum == 820 - 7 && view.get(8).value().id == 8 && view.get(0).is_none());
    for (Flow& flow : flows)
        flow.weight = 0;
    flows.retain([](Flow& flow) { return flow.id % 2 == 0 && flow.weight == 0; });
    KEEL_EXPECT(test, flows.contains(40) && !flows.contains(39));
    flows.clear();
    KEEL_EXPECT(test, flows.is_empty());
}

void several_elements_have_one_key(Test& test)
{
    Flows flows;
    if (!fill(flows, 12))
        return;
    for (u32 weight = 1; weight <= 3; weight++) {
        Result<Box<Flow>> flow = Box<Flow>::create(GFP_KERNEL, 5u, weight);
        if (!flow.ok())
            return;
        flows.add(flow.take());
    }
    u32 weights = 0;
    for (Flow& flow : flows.matches(5))
        weights = weights * 100 + flow.weight++;
    KEEL_EXPECT(test, weights == 3'02'01'25);
    const Flows& view = flows;
    const u32 wanted = 5;
    for (const Flow& flow : view.matches(wanted))
        weights -= flow.weight;
    KEEL_EXPECT(test, weights == 3'02'01'25 - 35);
    for (Flow& flow : flows.matches(99))
        KEEL_EXPECT(test, flow.id == 99);
    KEEL_EXPECT(test, flows.remove(5).value()->weight == 4 && flows.get(5).value().weight == 3);
}

void a_changed_key_is_owned_still(Test& test)
{
    Flows flows;
    if (!fill(flows, 3))
        return;
    flows.get(2).value().id = 200;
    KEEL_EXPECT(test, !flows.contains(2));
    u32 sum = 0;
    for (const Flow& flow : flows)
        sum += flow.id;
    KEEL_EXPECT(test, sum == 204);
}

void a_shared_element_is_in_one_table_at_most(Test& test)
{
    Result<Arc<Peer>> made = Arc<Peer>::create(GFP_KERNEL, 7u);
    if (!made.ok())
        return;
    Arc<Peer> peer = made.take();
    Peers first;
    Peers second;
    Ages ages;
    KEEL_EXPECT(test, first.add(peer.clone()).ok());
    KEEL_EXPECT(test, second.add(peer.clone()).error() == EBUSY && first.add(peer.clone()).error() == EBUSY);
    KEEL_EXPECT(test, ages.add(peer.clone()).ok());
    KEEL_EXPECT(test, first.contains(*peer) && !second.contains(*peer) && ages.contains(*peer));
    KEEL_EXPECT(test, first.get(7).value().address == 7 && second.get(7).is_none());
    KEEL_EXPECT(test, second.remove(*peer).is_none() && !first.is_empty());
    KEEL_EXPECT(test, first.remove(*peer).value().same_object(peer));
    KEEL_EXPECT(test, first.is_empty() && first.remove(*peer).is_none() && !ages.is_empty());
    KEEL_EXPECT(test, second.add(peer.clone()).ok() && second.remove(7).value().same_object(peer));
    {
        Peers dropped;
        KEEL_EXPECT(test, dropped.add(peer.clone()).ok());
    }
    KEEL_EXPECT(test, first.add(move(peer)).ok());
}

struct Pair {
    u32 a, b;
    bool operator==(const Pair&) const = default;
};

void a_secret_spreads_keys(Test& test)
{
    // As published with SipHash: the secret is the bytes 0 to 15, the text the bytes from 0 on.
    const SipHash known(0x0706'0504'0302'0100, 0x0f0e'0d0c'0b0a'0908);
    const u64 eight = 0x0706'0504'0302'0100;
    KEEL_EXPECT(test, known(eight) == 0x93f5'f579'9a93'2462);
    KEEL_EXPECT(test, known(Str("")) == 0x726f'db47'dd0e'0e31 && known(Str("\0")) == 0x74f8'39c5'93dc'67fd);
    KEEL_EXPECT(test, known(Pair {.a = 0x0302'0100, .b = 0x0706'0504}) == known(eight));
    KEEL_EXPECT(test, known(u32 {9}) == known(u64 {9}) && known(eight) != known(eight + 1));
    const SipHash one;
    const SipHash other;
    KEEL_EXPECT(test, one(eight) == one(eight) && one(eight) != other(eight) && one(eight) != known(eight));
    const PlainHash plain;
    KEEL_EXPECT(test, plain(eight) == hash_value(eight));
    HashTable<Box<Flow>, &Flow::links, &Flow::id, 4, SipHash> table(known);
    KEEL_EXPECT(test, table.is_empty());
}

} // namespace

KEEL_SUITE(hash_table_suite, "collections/hash_table", KEEL_CASE(elements_are_found_by_their_key),
           KEEL_CASE(several_elements_have_one_key), KEEL_CASE(a_changed_key_is_owned_still),
           KEEL_CASE(a_shared_element_is_in_one_table_at_most), KEEL_CASE(a_secret_spreads_keys));
