// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/core/checked.hpp>
#include <keel/core/str.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void an_array_is_zeroed_and_indexed(Test& test)
{
    Array<u32, 4> array {};
    KEEL_EXPECT(test, array[3] == 0);
    array[3] = 5;
    const Array<u32, 4>& same = array;
    KEEL_EXPECT(test, same[3] == 5 && same.get(3).value() == 5);
    KEEL_EXPECT(test, array.get(4).is_none() && same.get(4).is_none());
    KEEL_EXPECT(test, Array {1, 2, 3}.len() == 3);
}

void a_span_shows_what_it_was_made_of(Test& test)
{
    Array<int, 3> array = {1, 2, 3};
    Span<int> span = array;
    span[1] = 7;
    int sum = 0;
    for (int n : span)
        sum += n;
    KEEL_EXPECT(test, sum == 11 && array[1] == 7);
    Span<const int> view = span;
    KEEL_EXPECT(test, view.len() == 3 && view.data() == span.data());
    KEEL_EXPECT(test, Span<int>().is_empty());
    for (const int& n : static_cast<const Array<int, 3>&>(array))
        KEEL_EXPECT(test, n > 0);
    for (int& n : array)
        n = 0;
    KEEL_EXPECT(test, array[0] == 0);
}

void slices_stay_inside(Test& test)
{
    Array<u8, 8> array = {0, 1, 2, 3, 4, 5, 6, 7};
    Span<const u8> span = static_cast<const Array<u8, 8>&>(array).span();
    KEEL_EXPECT(test, span.first(3).len() == 3 && span.from(6)[0] == 6 && span.slice(2, 3)[2] == 4);
    KEEL_EXPECT(test, span.from(8).is_empty());
    KEEL_EXPECT(test, span.get_slice(5, 3).is_some() && span.get_slice(5, 4).is_none());
    KEEL_EXPECT(test, span.get_slice(9, 0).is_none() && span.get_slice(1, ~usize {0}).is_none());
    KEEL_EXPECT(test, array.first(2).len() == 2 && span.begin() != span.end());
}

void halves_share_nothing(Test& test)
{
    Array<u8, 4> array = {0, 1, 2, 3};
    Halves<u8> halves = array.span().split_at(1);
    KEEL_EXPECT(test, halves.first.len() == 1 && halves.rest.len() == 3 && halves.rest[0] == 1);
    Span<u8> head = halves.first;
    Span<u8> body = halves.rest;
    head[0] = body[2];
    body[0] = head[0];
    KEEL_EXPECT(test, array[0] == 3 && array[1] == 3);
    KEEL_EXPECT(test, array.span().split_at(4).rest.is_empty() && array.span().split_at(0).first.is_empty());
}

void what_is_left_comes_to_the_front(Test& test)
{
    Array<u16, 5> array = {0, 1, 2, 3, 4};
    const Span<u16> all = array.span();
    KEEL_EXPECT(test, all.to_front(2) == 3); // the two overlap
    KEEL_EXPECT(test, array[0] == 2 && array[1] == 3 && array[2] == 4 && array[3] == 3 && array[4] == 4);
    KEEL_EXPECT(test, all.to_front(5) == 0 && all.to_front(0) == 5 && array[0] == 2);
}

void bytes_of_a_value_are_its_own(Test& test)
{
    u32 value = 0x01020304;
    KEEL_EXPECT(test, as_bytes(value).len() == 4 && as_bytes(value)[0] == 4);
    as_writable_bytes(value)[0] = 9;
    KEEL_EXPECT(test, value == 0x01020309);
}

void strings_compare_and_search(Test& test)
{
    const Str text = "keel";
    KEEL_EXPECT(test, text.len() == 4 && text == Str("keel") && !(text == Str("kee")) && !(text == Str("keep")));
    KEEL_EXPECT(test, text.find('l').value() == 3 && text.find('x').is_none());
    KEEL_EXPECT(test, text.slice(1, 2) == Str("ee") && text[0] == 'k' && Str().is_empty());
    const CStr c = "keel";
    KEEL_EXPECT(test, c.len() == 4 && c.as_str() == text && c == CStr("keel"));
}

void checked_arithmetic_reports_what_does_not_fit(Test& test)
{
    KEEL_EXPECT(test, checked_add(u8 {250}, u8 {5}).value() == 255 && checked_add(u8 {250}, u8 {6}).is_none());
    KEEL_EXPECT(test, checked_sub(u32 {3}, u32 {3}).value() == 0 && checked_sub(u32 {3}, u32 {4}).is_none());
    KEEL_EXPECT(test, checked_mul(usize {1} << 32, usize {1} << 32).is_none() && checked_mul(6, 7).value() == 42);
    KEEL_EXPECT(test, checked_cast<u8>(255).value() == 255 && checked_cast<u8>(256).is_none());
    KEEL_EXPECT(test, checked_cast<u32>(-1).is_none() && checked_cast<i8>(u64 {127}).value() == 127);
}

} // namespace

KEEL_SUITE(span_suite, "core/span", KEEL_CASE(an_array_is_zeroed_and_indexed),
           KEEL_CASE(a_span_shows_what_it_was_made_of), KEEL_CASE(slices_stay_inside), KEEL_CASE(halves_share_nothing),
           KEEL_CASE(what_is_left_comes_to_the_front), KEEL_CASE(bytes_of_a_value_are_its_own),
           KEEL_CASE(strings_compare_and_search), KEEL_CASE(checked_arithmetic_reports_what_does_not_fit));
