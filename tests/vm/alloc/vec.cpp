// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/alloc/cstring.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// 0, 1, 2, ... up to `n`, or fewer if memory runs out.
template <class V> V counting(int n)
{
    V v;
    for (int i = 0; i < n; i++)
        if (!v.push(i, GFP_KERNEL).ok())
            break;
    return v;
}

template <class V> void pushes_and_pops(Test& test)
{
    V v = counting<V>(1000);
    for (usize i = 0; i < v.len(); i++)
        KEEL_EXPECT(test, v[i] == static_cast<int>(i));
    KEEL_EXPECT(test, v.capacity() >= v.len());
    KEEL_EXPECT(test, v.get(v.len()).is_none());
    while (v.len() > 1) {
        const int last = static_cast<int>(v.len()) - 1;
        KEEL_EXPECT(test, v.pop().value() == last);
    }
    v.clear();
    KEEL_EXPECT(test, v.is_empty() && v.pop().is_none());
}

void a_vec_grows_and_shrinks(Test& test) { pushes_and_pops<Vec<int>>(test); }
void a_vvec_grows_and_shrinks(Test& test) { pushes_and_pops<VVec<int>>(test); }
void a_kvvec_grows_and_shrinks(Test& test) { pushes_and_pops<KVVec<int>>(test); }

void elements_with_owners_move_when_the_vec_grows(Test& test)
{
    Vec<Box<int>> v;
    for (int i = 0; i < 40; i++) {
        Result<Box<int>> box = Box<int>::create(GFP_KERNEL, i);
        if (!box.ok() || !v.push(box.take(), GFP_KERNEL).ok())
            break;
    }
    int i = 0;
    for (const Box<int>& box : v)
        KEEL_EXPECT(test, *box == i++);
    v.truncate(3);
    KEEL_EXPECT(test, v.len() <= 3);
    Vec<Box<int>> moved = move(v);
    KEEL_EXPECT(test, v.is_empty());
    v = move(moved);
    KEEL_EXPECT(test, moved.is_empty());
}

void reserved_room_needs_no_allocation(Test& test)
{
    Result<Vec<int>> made = Vec<int>::with_capacity(3, GFP_KERNEL);
    if (!made.ok())
        return;
    Vec<int> v = made.take();
    const usize room = v.capacity();
    KEEL_EXPECT(test, room >= 3 && v.is_empty());
    for (usize i = 0; i < room; i++)
        KEEL_EXPECT(test, v.push_within_capacity(1).ok());
    KEEL_EXPECT(test, v.push_within_capacity(1).error() == ENOSPC);
    KEEL_EXPECT(test, v.len() == room);
}

void a_size_that_overflows_is_no_memory(Test& test)
{
    Vec<u64> v;
    KEEL_EXPECT(test, v.reserve(~usize {0}, GFP_KERNEL).error() == ENOMEM);
    KEEL_EXPECT(test, v.reserve(~usize {0} / 8 + 1, GFP_KERNEL).error() == ENOMEM);
    if (v.push(1, GFP_KERNEL).ok()) {
        KEEL_EXPECT(test, v.reserve(~usize {0}, GFP_KERNEL).error() == ENOMEM);
        KEEL_EXPECT(test, v.len() == 1 && v[0] == 1);
    }
}

void extend_and_resize_copy(Test& test)
{
    Vec<int> v;
    const Array<int, 3> values = {1, 2, 3};
    if (!v.extend(values, GFP_KERNEL).ok() || !v.resize(5, 9, GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, v.len() == 5 && v[2] == 3 && v[4] == 9);
    KEEL_EXPECT(test, v.resize(1, 0, GFP_KERNEL).ok() && v.len() == 1);
    Span<int> span = v;
    span[0] = 4;
    const Vec<int>& view = v;
    Span<const int> read_only = view;
    KEEL_EXPECT(test, view[0] == 4 && read_only.len() == 1 && view.get(0).value() == 4 && view.span()[0] == 4);
    for (int& n : v)
        n = 6;
    const Vec<int>& after = v;
    for (const int& n : after)
        KEEL_EXPECT(test, n == 6);
}

void append_with_takes_what_was_filled(Test& test)
{
    Vec<u8> v;
    Result<usize> n = v.append_with(8, GFP_KERNEL, [](Span<u8> room) -> Result<usize> {
        room[0] = 1;
        room[1] = 2;
        return usize {2};
    });
    if (!n.ok())
        return;
    KEEL_EXPECT(test, n.value() == 2 && v.len() == 2 && v[1] == 2);
    Result<usize> failed = v.append_with(8, GFP_KERNEL, [](Span<u8>) -> Result<usize> { return EFAULT; });
    KEEL_EXPECT(test, !failed.ok() && v.len() == 2);
}

void a_cstring_is_nul_terminated(Test& test)
{
    if (Result<CString> made = CString::create("keel", GFP_KERNEL); made.ok()) {
        CString text = made.take();
        KEEL_EXPECT(test, text.len() == 4 && text.as_cstr() == CStr("keel"));
        CString moved = move(text);
        KEEL_EXPECT(test, moved.as_cstr().len() == 4);
    }
    KEEL_EXPECT(test, CString().as_cstr().len() == 0);
    const Str with_nul = "a\0b";
    Result<CString> refused = CString::create(with_nul, GFP_KERNEL);
    KEEL_EXPECT(test, !refused.ok() && refused.error() == EINVAL);
}

} // namespace

KEEL_SUITE(vec_suite, "alloc/vec", KEEL_CASE(a_vec_grows_and_shrinks), KEEL_CASE(a_vvec_grows_and_shrinks),
           KEEL_CASE(a_kvvec_grows_and_shrinks), KEEL_CASE(elements_with_owners_move_when_the_vec_grows),
           KEEL_CASE(reserved_room_needs_no_allocation), KEEL_CASE(a_size_that_overflows_is_no_memory),
           KEEL_CASE(extend_and_resize_copy), KEEL_CASE(append_with_takes_what_was_filled),
           KEEL_CASE(a_cstring_is_nul_terminated));
