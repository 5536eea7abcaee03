// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/hash_map.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Map = HashMap<u32, Box<u32>, 3>;

/// A key of one's own.
struct Address {
    u32 net;
    u32 host;

    bool operator==(const Address&) const = default;
};
u64 hash_value(const Address& address) { return keel::hash_value((u64 {address.net} << 32) | address.host); }

bool put(Map& map, u32 key)
{
    Result<Box<u32>> value = Box<u32>::create(GFP_KERNEL, key * 10);
    return value.ok() && map.insert(key, value.take(), GFP_KERNEL).ok();
}

u32 sum(const Map& map)
{
    u32 sum = 0;
    for (auto item : map)
        sum += item.key * (*item.value == item.key * 10);
    return sum;
}

void pairs_are_found_by_key(Test& test)
{
    Map map;
    KEEL_EXPECT(test, map.get(1).is_none() && map.remove(1).is_none() && sum(map) == 0);
    for (u32 key = 1; key <= 40; key++)
        if (!put(map, key))
            return;
    KEEL_EXPECT(test, sum(map) == 820 && map.contains(40) && !map.contains(41));
    for (u32 key = 1; key <= 40; key++)
        KEEL_EXPECT(test, *map.get(key).value() == key * 10);
    KEEL_EXPECT(test, *map.remove(7).value() == 70 && !map.contains(7) && sum(map) == 813);
    Result<Box<u32>> value = Box<u32>::create(GFP_KERNEL, 1u);
    if (!value.ok())
        return;
    Result<Option<Box<u32>>> old = map.insert(8, value.take(), GFP_KERNEL);
    if (old.ok())
        KEEL_EXPECT(test, *old.value().take() == 80 && *map.get(8).value() == 1);
    *map.get(8).value() = 80;
    map.retain([](const u32& key, Box<u32>&) { return key % 2 == 0; });
    KEEL_EXPECT(test, sum(map) == 420 && !map.contains(9));
    Map moved = move(map);
    map = move(moved);
    const Map& view = map;
    KEEL_EXPECT(test, sum(map) == 420 && *view.get(10).value() == 100 && view.get(11).is_none());
    for (auto item : map)
        *item.value = 0;
    KEEL_EXPECT(test, *map.get(10).value() == 0);
    map.clear();
    KEEL_EXPECT(test, sum(map) == 0);
}

void a_reservation_is_inserted_without_allocating(Test& test)
{
    HashMap<Address, u32, 4> map;
    auto first = map.reserve(GFP_KERNEL);
    auto second = map.reserve(GFP_ATOMIC);
    if (!first.ok() || !second.ok())
        return;
    KEEL_EXPECT(test, map.insert(first.take(), Address {1, 2}, 12).is_none());
    KEEL_EXPECT(test, map.insert(second.take(), Address {1, 2}, 13).value() == 12);
    KEEL_EXPECT(test, map.get(Address {1, 2}).value() == 13 && map.get(Address {2, 1}).is_none());
}

void hashes_differ(Test& test)
{
    KEEL_EXPECT(test, keel::hash_value(1u) >> 60 != keel::hash_value(2u) >> 60);
    KEEL_EXPECT(test, keel::hash_value(Str("one")) != keel::hash_value(Str("two")));
    KEEL_EXPECT(test, keel::hash_value(Str("one")) == keel::hash_value(Str("oneness").slice(0, 3)));
}

void a_secret_goes_along_with_its_map(Test& test)
{
    using Secret = HashMap<u64, u32, 4, SipHash>;
    Secret map;
    if (!map.insert(7, 1u, GFP_KERNEL).ok() || !map.insert(8, 2u, GFP_KERNEL).ok())
        return;
    Secret moved = move(map);
    KEEL_EXPECT(test, moved.get(7).value() == 1 && moved.get(8).value() == 2 && moved.get(9).is_none());
    map = move(moved);
    KEEL_EXPECT(test, map.get(7).value() == 1 && map.remove(8).value() == 2);
    HashMap<u64, u32, 4, SipHash> known(SipHash(1, 2));
    KEEL_EXPECT(test, known.get(7).is_none());
}

} // namespace

KEEL_SUITE(hash_map_suite, "collections/hash_map", KEEL_CASE(pairs_are_found_by_key),
           KEEL_CASE(a_reservation_is_inserted_without_allocating), KEEL_CASE(hashes_differ),
           KEEL_CASE(a_secret_goes_along_with_its_map));
