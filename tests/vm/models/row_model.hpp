// SPDX-License-Identifier: GPL-2.0
// Vec, Ring and BitVec against arrays.
#pragma once

#include "model.hpp"

#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/collections/bitmap.hpp>
#include <keel/collections/ring.hpp>

namespace model {

using Boxes = Vec<Box<u32>>;

inline Box<u32> make(u32 id) { return Box<u32>::create(GFP_KERNEL, id).take(); }

inline bool agree(const Boxes& vec, const Row& row)
{
    MODEL_EXPECT(vec.len() == row.len);
    for (usize i = 0; i < row.len; i++)
        MODEL_EXPECT(*vec[i] == row.at[i]);
    return true;
}

inline bool step(Boxes& vec, Row& row, Choices& choices, u32 id)
{
    const u32 len = static_cast<u32>(row.len);
    const usize index = choices.below(len + 1);
    const u32 part = 2 + choices.below(3);
    switch (choices.below(len < 3 ? 2 : 8)) {
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

inline bool run_vec(Choices choices)
{
    Boxes vec;
    Box<Row> row = Row::empty();
    for (u32 id = 1; id <= 300 && !choices.ended(); id++)
        MODEL_EXPECT(step(vec, *row, choices, id) && agree(vec, *row));
    return true;
}

inline bool run_ring(Choices choices)
{
    Ring<Box<u32>, 16> ring;
    Box<Row> model = Row::empty();
    Row& row = *model;
    for (u32 id = 1; id <= 400 && !choices.ended(); id++) {
        if (choices.once_in(2)) {
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

inline bool run_bits(Choices choices)
{
    BitVec bits;
    Array<bool, 300> model = {};
    usize len = 0;
    for (u32 step = 1; step <= 300 && !choices.ended(); step++) {
        if (len == 0 || choices.once_in(20)) {
            const usize wanted = choices.below(300);
            bits.resize(wanted, GFP_KERNEL).take();
            for (usize i = wanted; i < len; i++)
                model[i] = false;
            len = wanted;
        } else {
            const usize from = choices.below(static_cast<u32>(len));
            const usize n = choices.below(static_cast<u32>(len - from) + 1);
            const bool value = choices.once_in(2);
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

} // namespace model
