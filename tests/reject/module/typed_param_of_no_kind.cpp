// SPDX-License-Identifier: GPL-2.0
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Kind {
    using Value = u32;
    static u32 parse(Str) { return 0; }
    static void print(const u32&, TextPage&) {}
};
module::TypedParam<"x", Kind, 0u, "x"> x; // expect-error: constraints not satisfied for class template 'TypedParam'
