// SPDX-License-Identifier: GPL-2.0
// List against an array.
#pragma once

#include "model.hpp"

#include <keel/alloc/box.hpp>
#include <keel/collections/list.hpp>
#include <keel/sync/arc.hpp>

namespace model {

struct Owned {
    u32 id;
    ListLinks links;
};
struct Shared {
    u32 id;
    SharedListLinks links;
};

using OwnedList = List<Box<Owned>, &Owned::links>;
using SharedList = List<Arc<Shared>, &Shared::links>;

inline Box<Owned> make(const OwnedList&, u32 id) { return Box<Owned>::create(GFP_KERNEL, id).take(); }
inline Arc<Shared> make(const SharedList&, u32 id) { return Arc<Shared>::create(GFP_KERNEL, id).take(); }

inline void push_back(OwnedList& list, Box<Owned> element) { list.push_back(move(element)); }
inline void push_back(SharedList& list, Arc<Shared> element) { list.push_back(move(element)).take(); }
inline void push_front(OwnedList& list, Box<Owned> element) { list.push_front(move(element)); }
inline void push_front(SharedList& list, Arc<Shared> element) { list.push_front(move(element)).take(); }
inline void insert_before(OwnedList::Cursor& at, Box<Owned> element) { at.insert_before(move(element)); }
inline void insert_before(SharedList::Cursor& at, Arc<Shared> element) { at.insert_before(move(element)).take(); }

template <class L>
    requires requires { typename L::Cursor; }
bool agree(L& list, const Row& row)
{
    usize i = 0;
    for (const auto& element : list)
        MODEL_EXPECT(i < row.len && element.id == row.at[i++]);
    MODEL_EXPECT(i == row.len && list.is_empty() == (row.len == 0));
    for (auto cursor = list.cursor_back(); !cursor.at_end(); cursor.previous())
        MODEL_EXPECT(cursor->id == row.at[--i]);
    MODEL_EXPECT(i == 0);
    return true;
}

template <class L> bool add(L& list, Row& row, Choices& choices, u32 id)
{
    const usize index = choices.below(static_cast<u32>(row.len) + 1);
    switch (choices.below(3)) {
    case 0:
        push_back(list, make(list, id));
        row.insert(row.len, id);
        break;
    case 1:
        push_front(list, make(list, id));
        row.insert(0, id);
        break;
    default:
        auto cursor = list.cursor();
        for (usize i = 0; i < index; i++)
            cursor.next();
        insert_before(cursor, make(list, id));
        row.insert(index, id);
    }
    return true;
}

template <class L> bool take(L& list, Row& row, Choices& choices)
{
    if (row.len == 0) {
        MODEL_EXPECT(list.pop_front().is_none() && list.pop_back().is_none() && list.cursor().remove().is_none());
        return true;
    }
    const usize index = choices.below(static_cast<u32>(row.len));
    switch (choices.below(3)) {
    case 0:
        MODEL_EXPECT(list.pop_front().value()->id == row.remove(0));
        break;
    case 1:
        MODEL_EXPECT(list.pop_back().value()->id == row.remove(row.len - 1));
        break;
    default:
        auto cursor = list.cursor();
        for (usize i = 0; i < index; i++)
            cursor.next();
        MODEL_EXPECT(cursor.remove().value()->id == row.remove(index));
        MODEL_EXPECT(index == row.len ? cursor.at_end() : cursor->id == row.at[index]);
    }
    return true;
}

template <class L> bool regroup(L& list, Row& row, L& other, Row& other_row, Choices& choices)
{
    const u32 part = 2 + choices.below(3);
    switch (choices.below(3)) {
    case 0:
        list.append(other);
        for (usize i = 0; i < other_row.len; i++)
            row.insert(row.len, other_row.at[i]);
        other_row.len = 0;
        break;
    case 1:
        other = list.extract([=](const auto& element) { return element.id % part == 0; });
        other_row.len = 0;
        for (usize i = 0; i < row.len;)
            if (row.at[i] % part == 0)
                other_row.insert(other_row.len, row.remove(i));
            else
                i++;
        break;
    default:
        L moved;
        swap(moved, list);
        moved.retain([=](const auto& element) { return element.id % part != 0; });
        for (usize i = 0; i < row.len;)
            row.at[i] % part == 0 ? (void)row.remove(i) : (void)i++;
        list = move(moved);
    }
    return agree(other, other_row);
}

template <class L> bool run_list(Choices choices)
{
    L list;
    L other;
    Box<Row> row = Row::empty();
    Box<Row> other_row = Row::empty();
    for (u32 step = 1; step <= 300 && !choices.ended(); step++) {
        const bool done = choices.once_in(20)    ? regroup(list, *row, other, *other_row, choices)
                          : choices.below(5) < 3 ? add(list, *row, choices, step)
                                                 : take(list, *row, choices);
        MODEL_EXPECT(done && agree(list, *row));
    }
    return true;
}

} // namespace model
