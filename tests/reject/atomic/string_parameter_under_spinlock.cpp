// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Driver {
    static inline module::StringParam<"name", "keel", 16, "What to call it"> name;
};
usize name_len(const SpinLock<Array<char, 16>>& buffer)
{
    auto b = buffer.lock();
    return Driver::name.copy_to(*b); // expect-error: [keel-atomic-context]
}
