// SPDX-License-Identifier: GPL-2.0
// known miss: a function pointer has no type that says it may be null; at run time: the kernel oopses at address 0
#include <keel/prelude.hpp>

using namespace keel;

struct Filter {
    bool (*accepts)(u32) = nullptr;
};
bool run(const Filter& filter, u32 id)
{
    return filter.accepts(id); // expect-error: [keel-unsafe-op]
}
