// SPDX-License-Identifier: GPL-2.0
// known miss: sorting has to pass two elements to one call; at run time: if they are the same plain value, it is doubled
// class: plain values
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void add(u32& to, u32& from)
{
    to += from;
    from = 0;
}
void merge(Vec<u32>& all, usize i, usize j)
{
    add(all[i], all[j]); // expect-error: [keel-exclusive-args]
}
