// SPDX-License-Identifier: GPL-2.0
// What does not fit into a register is read with a lock held that may be waited for.
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Size { u64 width, height; };
struct Sizes {
    using Value = Size;
    static Result<Size> parse(Str) { return EINVAL; }
    static void print(const Size&, TextPage&) {}
};
static inline module::TypedParam<"size", Sizes, Size {1, 2}, "x"> size;
u64 read(const SpinLock<u64>& sum)
{
    auto s = sum.lock();
    return *s + size.get().width; // expect-error: keel-atomic-context
}
