// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// Counts how many are alive.
struct KEEL_VIEW Counted {
    int* alive;

    explicit Counted(int& alive) : alive {&alive} { alive++; }
    Counted(Counted&& other) : alive {other.alive} { other.alive = nullptr; }
    Counted& operator=(Counted other)
    {
        swap(alive, other.alive);
        return *this;
    }
    ~Counted()
    {
        if (alive)
            UNSAFE("what it counts in outlives it, as the # Lifetime of a view says") { --*alive; }
    }
};

Result<int> half(int n)
{
    if (n % 2 != 0)
        return EINVAL;
    return n / 2;
}

Result<int> quarter(int n) { return TRY(half(TRY(half(n)))); }

void a_result_holds_a_value_or_an_error(Test& test)
{
    KEEL_EXPECT(test, half(8).ok() && half(8).value() == 4);
    KEEL_EXPECT(test, !half(7).ok() && half(7).error() == EINVAL);
    KEEL_EXPECT(test, half(7).value_or(-1) == -1);
}

void try_passes_the_error_on(Test& test)
{
    KEEL_EXPECT(test, quarter(12).value() == 3);
    KEEL_EXPECT(test, quarter(6).error() == EINVAL);
}

void an_errno_out_of_range_becomes_einval(Test& test)
{
    KEEL_EXPECT(test, Error::from_errno(5) == EINVAL);
    KEEL_EXPECT(test, Error::from_errno(-4096) == EINVAL);
    KEEL_EXPECT(test, Error::from_errno(-4095).to_errno() == -4095);
    KEEL_EXPECT(test, ENOMEM.to_errno() == -12);
}

void a_result_destroys_its_value_once(Test& test)
{
    int alive = 0;
    {
        Result<Counted> made {Counted(alive)};
        KEEL_EXPECT(test, alive == 1);
        Result<Counted> moved = move(made);
        KEEL_EXPECT(test, alive == 1);
        Counted taken = moved.take();
        KEEL_EXPECT(test, alive == 1);
    }
    KEEL_EXPECT(test, alive == 0);
}

void a_result_of_a_box_is_one_register(Test& test)
{
    static_assert(sizeof(Result<Box<int>>) == sizeof(void*));
    Result<Box<int>> made = Box<int>::create(GFP_KERNEL, 7);
    if (made.ok()) {
        Box<int> box = made.take();
        KEEL_EXPECT(test, *box == 7);
    }
    Result<Box<int>> failed = ENOMEM;
    KEEL_EXPECT(test, !failed.ok() && failed.error() == ENOMEM);
}

void a_void_result_is_success_or_an_error(Test& test)
{
    KEEL_EXPECT(test, Result<void> {}.ok());
    KEEL_EXPECT(test, Result<void>::from_errno(3).ok());
    KEEL_EXPECT(test, Result<void>::from_errno(-16).error() == EBUSY);
    UNSAFE("an errno, and none")
    {
        KEEL_EXPECT(test, Result<void>::from_errno_unchecked(-16).error() == EBUSY);
        KEEL_EXPECT(test, Result<void>::from_errno_unchecked(0).ok());
    }
    KEEL_EXPECT(test, Result<void> {}.then(7).value() == 7);
    KEEL_EXPECT(test, Result<void>(EBUSY).then(7).error() == EBUSY);
}

void a_pointer_can_carry_an_errno(Test& test)
{
    int object = 0;
    KEEL_EXPECT(test, from_err_ptr(&object).value() == &object);
    KEEL_EXPECT(test, from_err_ptr(static_cast<int*>(nullptr)).ok());
    UNSAFE("an encoded errno is never followed")
    {
        KEEL_EXPECT(test, from_err_ptr(reinterpret_cast<int*>(-17L)).error() == EEXIST);
    }
}

void an_option_is_emptied_by_take(Test& test)
{
    int alive = 0;
    Option<Counted> option {Counted(alive)};
    KEEL_EXPECT(test, option.is_some() && alive == 1);
    {
        Counted taken = option.take();
        KEEL_EXPECT(test, option.is_none() && alive == 1);
    }
    KEEL_EXPECT(test, alive == 0);
    option = Counted(alive);
    KEEL_EXPECT(test, option.is_some() && alive == 1);
    option.reset();
    KEEL_EXPECT(test, option.is_none() && alive == 0);
    KEEL_EXPECT(test, Option<int>(none).value_or(3) == 3);
}

void an_option_of_a_reference_refers(Test& test)
{
    int object = 1;
    Option<int&> option = object;
    option.value() = 2;
    KEEL_EXPECT(test, object == 2);
    KEEL_EXPECT(test, Option<int&>(none).is_none());
}

} // namespace

KEEL_SUITE(result_suite, "core/result", KEEL_CASE(a_result_holds_a_value_or_an_error),
           KEEL_CASE(try_passes_the_error_on), KEEL_CASE(an_errno_out_of_range_becomes_einval),
           KEEL_CASE(a_result_destroys_its_value_once), KEEL_CASE(a_result_of_a_box_is_one_register),
           KEEL_CASE(a_void_result_is_success_or_an_error), KEEL_CASE(a_pointer_can_carry_an_errno),
           KEEL_CASE(an_option_is_emptied_by_take), KEEL_CASE(an_option_of_a_reference_refers));
