// SPDX-License-Identifier: GPL-2.0
// Vec, Ring and BitVec against arrays.
//
// sources: src/*.cpp
// sanitizers: address
#include "model.hpp"

#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/collections/bitmap.hpp>
#include <keel/collections/ring.hpp>

using namespace model;

namespace {

using Boxes = Vec<Box<u32>>;

Box<u32> make(u32 id) { return Box<u32>::create(GFP_KERNEL, id).take(); }

bool agree(const Boxes& vec, const Row& row)
{
    MODEL_EXPECT(vec.len() == row.len);
    for (usize i = 0; i < row.len; i++)
        MODEL_EXPECT(*vec[i] == row.at[i]);
    return true;
}

bool step(Boxes& vec, Row& row, Random& random, u32 id)
{
    const u32 len = static_cast<u32>(row.len);
    const usize index = random.below(len + 1);
    const u32 part = 2 + random.below(3);
    switch (random.below(len < 3 ? 2 : 8)) {
    case 0:
    case 1:
    case 2:
        vec.insert(index, make(id), GFP_KERNEL).take();
        row.insert(index, id);
        break;
    case 3:
        MODEL_EXPECT(*vec.remove(index % len) == row.remove(index % len));
        break;
    case 4:
        MODEL_EXPECT(*vec.swap_remove(index % len) == row.at[index % len]);
        row.at[index % len] = row.at[len - 1];
        row.len--;
        break;
    case 5:
        vec.retain([=](const Box<u32>& box) { return *box % part != 0; });
        for (usize i = 0; i < row.len;)
            row.at[i] % part == 0 ? (void)row.remove(i) : (void)i++;
        break;
    case 6:
        vec.sort([](const Box<u32>& a, const Box<u32>& b) { return *a < *b; });
        for (usize i = 1; i < row.len; i++)
            for (usize j = i; j > 0 && row.at[j - 1] > row.at[j]; j--)
                swap(row.at[j - 1], row.at[j]);
        break;
    default:
        const usize n = index / 2;
        bool same = true;
        vec.drain(index - n, n, [&](Box<u32> box) { same &= *box == row.remove(index - n); });
        MODEL_EXPECT(same);
    }
    return true;
}

bool run_vec(u64 seed)
{
    Random random(seed);
    Boxes vec;
    Row row;
    for (u32 id = 1; id <= 300; id++)
        MODEL_EXPECT(step(vec, row, random, id) && agree(vec, row));
    return true;
}

bool run_ring(u64 seed)
{
    Random random(seed);
    Ring<Box<u32>, 16> ring;
    Row row;
    for (u32 id = 1; id <= 400; id++) {
        if (random.once_in(2)) {
            Option<Box<u32>> refused = ring.push(make(id));
            MODEL_EXPECT(refused.is_some() == (row.len == 16));
            if (refused.is_none())
                row.insert(row.len, id);
        } else {
            Option<Box<u32>> taken = ring.pop();
            MODEL_EXPECT(taken.is_some() == (row.len != 0));
            MODEL_EXPECT(taken.is_none() || *taken.value() == row.remove(0));
        }
        MODEL_EXPECT(ring.len() == row.len && ring.is_full() == (row.len == 16) && ring.is_empty() == (row.len == 0));
    }
    return true;
}

bool run_bits(u64 seed)
{
    Random random(seed);
    BitVec bits;
    bool model[300] = {};
    usize len = 0;
    for (u32 step = 1; step <= 300; step++) {
        if (len == 0 || random.once_in(20)) {
            const usize wanted = random.below(300);
            bits.resize(wanted, GFP_KERNEL).take();
            for (usize i = wanted; i < len; i++)
                model[i] = false;
            len = wanted;
        } else {
            const usize from = random.below(static_cast<u32>(len));
            const usize n = random.below(static_cast<u32>(len - from) + 1);
            const bool value = random.once_in(2);
            value ? bits.set_range(from, n) : bits.clear_range(from, n);
            for (usize i = from; i < from + n; i++)
                model[i] = value;
            bits.assign(from, !value);
            model[from] = !value;
        }
        usize count = 0;
        usize next = len;
        for (usize i = len; i-- > 0;) {
            count += model[i];
            next = model[i] ? i : next;
            MODEL_EXPECT(bits.test(i) == model[i] && bits.next_set(i).value_or(len) == next);
        }
        MODEL_EXPECT(bits.count() == count && bits.len() == len);
    }
    return true;
}

} // namespace

extern "C" int main()
{
    return model::check("a Vec, a Ring and a BitVec do as arrays do", 30,
                        [](u64 seed) { return run_vec(seed) && run_ring(seed) && run_bits(seed); });
}
