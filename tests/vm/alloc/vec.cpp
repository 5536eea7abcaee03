// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/alloc/cstring.hpp>
#include <keel/alloc/string.hpp>
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

/// The elements as digits.
u64 digits(Span<const int> elements)
{
    u64 number = 0;
    for (const int& n : elements)
        number = number * 10 + static_cast<u64>(n);
    return number;
}

void elements_are_inserted_and_removed(Test& test)
{
    Vec<int> v = counting<Vec<int>>(5);
    if (v.len() != 5 || !v.insert(0, 7, GFP_KERNEL).ok() || !v.insert(6, 8, GFP_KERNEL).ok() ||
        !v.insert(3, 9, GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, digits(v) == 70192348);
    KEEL_EXPECT(test, v.remove(0) == 7 && v.remove(6) == 8 && v.remove(2) == 9 && digits(v) == 1234);
    KEEL_EXPECT(test, v.swap_remove(1) == 1 && v.swap_remove(3) == 3 && digits(v) == 42);
    Vec<int> full = counting<Vec<int>>(1);
    while (full.len() < full.capacity())
        KEEL_EXPECT(test, full.insert_within_capacity(0, 1).ok());
    KEEL_EXPECT(test, full.is_empty() || full.insert_within_capacity(0, 1).error() == ENOSPC);
}

/// As `counting`, of Boxes.
Vec<Box<int>> boxes(int n)
{
    Vec<Box<int>> v;
    for (int i = 0; i < n; i++) {
        Result<Box<int>> box = Box<int>::create(GFP_KERNEL, i);
        if (!box.ok() || !v.push(box.take(), GFP_KERNEL).ok())
            break;
    }
    return v;
}

u64 digits(const Vec<Box<int>>& v)
{
    u64 number = 0;
    for (const Box<int>& box : v)
        number = number * 10 + static_cast<u64>(*box);
    return number;
}

void elements_with_owners_move_within_the_vec(Test& test)
{
    Vec<Box<int>> v = boxes(6);
    Result<Box<int>> extra = Box<int>::create(GFP_KERNEL, 9);
    if (v.len() != 6 || !extra.ok() || !v.insert(1, extra.take(), GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, digits(v) == 912345);
    KEEL_EXPECT(test, *v.remove(1) == 9 && *v.swap_remove(2) == 2 && digits(v) == 1534);
    v.sort([](const Box<int>& a, const Box<int>& b) { return *a > *b; });
    KEEL_EXPECT(test, digits(v) == 54310);
    v.retain([](const Box<int>& box) { return *box % 2 != 0; });
    KEEL_EXPECT(test, digits(v) == 531);
    int sum = 0;
    v.drain(0, 2, [&](Box<int> box) { sum += *box; });
    v.drain(0, 0, [](Box<int>) {});
    KEEL_EXPECT(test, sum == 8 && digits(v) == 1);
    Vec<Box<int>> more = boxes(3);
    if (more.len() == 3 && v.append(more, GFP_KERNEL).ok())
        KEEL_EXPECT(test, digits(v) == 1012 && more.is_empty());
}

void elements_are_picked_by_a_condition(Test& test)
{
    Vec<int> v = counting<Vec<int>>(10);
    if (v.len() != 10)
        return;
    v.retain([](int& n) { return n % 3 == 0; });
    KEEL_EXPECT(test, digits(v) == 369);
    v.retain([](const int&) { return true; });
    v.drain(1, 2, [](int) {});
    KEEL_EXPECT(test, v.len() == 2 && v[0] == 0 && v[1] == 9);
    v.drain(0, 2, [](int) {});
    v.drain(0, 0, [](int) {});
    KEEL_EXPECT(test, v.is_empty());
}

void a_vec_is_sorted(Test& test)
{
    Vec<u32> v;
    u32 state = 1;
    for (u32 i = 0; i < 500; i++)
        if (!v.push((state = state * 1664525 + 1013904223) >> 16, GFP_KERNEL).ok())
            break;
    v.sort([](const u32& a, const u32& b) { return a < b; });
    for (usize i = 1; i < v.len(); i++)
        KEEL_EXPECT(test, v[i - 1] <= v[i]);
    for (usize i = 0; i < v.len(); i += 7) {
        const u32 wanted = v[i];
        const usize found = lower_bound(v.span(), [wanted](const u32& n) { return n < wanted; });
        KEEL_EXPECT(test, found <= i && v[found] == wanted && (found == 0 || v[found - 1] < wanted));
    }
    KEEL_EXPECT(test, lower_bound(v.span(), [](const u32&) { return true; }) == v.len());
    Array<int, 1> one = {3};
    sort(one.span(), [](const int& a, const int& b) { return a < b; });
    sort(Span<int>(), [](const int& a, const int& b) { return a < b; });
    KEEL_EXPECT(test, one[0] == 3);
}

void a_string_grows(Test& test)
{
    Result<String> made = String::create("keel", GFP_KERNEL);
    if (!made.ok())
        return;
    String text = made.take();
    if (!text.push(' ', GFP_KERNEL).ok() || !text.append_format<"{} of {:#x}">(GFP_KERNEL, 7, 255u).ok() ||
        !text.append("!", GFP_KERNEL).ok() || !text.reserve(10, GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, text.as_str() == Str("keel 7 of 0xff!") && text.len() == 15 && !text.is_empty());
    if (text.append_format<"{:90}">(GFP_KERNEL, 7).ok())
        KEEL_EXPECT(test, text.len() == 105 && text.as_str()[104] == '7');
    text.truncate(4);
    KEEL_EXPECT(test, text.as_str() == Str("keel"));
    text.clear();
    KEEL_EXPECT(test, text.is_empty() && String().as_str() == Str(""));
}

template <class V> void is_near(Test& test)
{
    Result<V> made = V::with_capacity_on(NumaNode::local(), 100, GFP_KERNEL);
    if (!made.ok())
        return;
    V v = made.take();
    KEEL_EXPECT(test, v.is_empty() && v.capacity() == 100);
    for (int i = 0; i < 100; i++)
        KEEL_EXPECT(test, v.push_within_capacity(i).ok());
    KEEL_EXPECT(test, v.push_within_capacity(0).error() == ENOSPC && v[99] == 99);
    KEEL_EXPECT(test, !v.push(100, GFP_KERNEL).ok() || v[100] == 100);
    KEEL_EXPECT(test, V::with_capacity_on(NumaNode::any(), ~usize {0} / 2, GFP_KERNEL).error() == ENOMEM);
    KEEL_EXPECT(test, V::with_capacity_on(NumaNode::any(), 0, GFP_KERNEL).ok());
}

void rows_come_from_a_node(Test& test)
{
    is_near<Vec<int>>(test);
    is_near<VVec<int>>(test);
    is_near<KVVec<int>>(test);
    if (Result<Vec<u8>> made = Vec<u8>::with_capacity_on(NumaNode::local(), 10, GFP_ATOMIC); made.ok())
        KEEL_EXPECT(test, made.take().capacity() == 10);
    if (Result<VBox<u64>> made = VBox<u64>::create_on(NumaNode::local(), GFP_KERNEL.zeroed(), 7u); made.ok())
        KEEL_EXPECT(test, *made.take() == 7);
}

template <class V> void is_zero(Test& test, usize len)
{
    Result<V> made = V::zeroed(len, GFP_KERNEL);
    if (!made.ok())
        return;
    const V v = made.take();
    KEEL_EXPECT(test, v.len() == len && v.capacity() == len);
    u64 all = 0;
    for (u64 value : v)
        all |= value;
    KEEL_EXPECT(test, all == 0);
    KEEL_EXPECT(test, V::zeroed((~usize {0} >> 3) + 2, GFP_KERNEL).error() == ENOMEM);
    KEEL_EXPECT(test, V::zeroed(0, GFP_KERNEL).ok());
}

void large_rows_of_zeroes_are_made_at_once(Test& test)
{
    is_zero<Vec<u64>>(test, 500);
    is_zero<VVec<u64>>(test, 100'000);
    is_zero<KVVec<u64>>(test, 700'000);
}

} // namespace

KEEL_SUITE(vec_suite, "alloc/vec", KEEL_CASE(a_vec_grows_and_shrinks), KEEL_CASE(a_vvec_grows_and_shrinks),
           KEEL_CASE(a_kvvec_grows_and_shrinks), KEEL_CASE(elements_with_owners_move_when_the_vec_grows),
           KEEL_CASE(reserved_room_needs_no_allocation), KEEL_CASE(a_size_that_overflows_is_no_memory),
           KEEL_CASE(extend_and_resize_copy), KEEL_CASE(append_with_takes_what_was_filled),
           KEEL_CASE(a_cstring_is_nul_terminated), KEEL_CASE(elements_are_inserted_and_removed),
           KEEL_CASE(elements_with_owners_move_within_the_vec), KEEL_CASE(elements_are_picked_by_a_condition),
           KEEL_CASE(a_vec_is_sorted), KEEL_CASE(a_string_grows), KEEL_CASE(rows_come_from_a_node),
           KEEL_CASE(large_rows_of_zeroes_are_made_at_once));
