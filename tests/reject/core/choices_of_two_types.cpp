// SPDX-License-Identifier: GPL-2.0
#include <keel/core/parse.hpp>
using namespace keel;
enum class A : u8 { a };
enum class B : u8 { b };
Result<A> read(Str text)
{
    return Choices<Choice<"a", A::a>, Choice<"b", B::b>>::parse(text); // expect-error: all choices are values of one type
}
