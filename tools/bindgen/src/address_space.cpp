// SPDX-License-Identifier: GPL-2.0
#include "address_space.hpp"

namespace bindgen {

namespace {

struct Space {
    unsigned number;
    const char* annotation;
    const char* pointer;
};

// The numbers are ours, except 256 and 257: clang's own for __seg_gs and __seg_fs, which x86 uses for per-CPU data.
constexpr Space spaces[] = {
    {101, "__user", "user_ptr"}, {102, "__iomem", "iomem_ptr"},   {103, "__percpu", "percpu_ptr"},
    {104, "__rcu", "rcu_ptr"},   {256, "__percpu", "percpu_ptr"}, {257, "__percpu", "percpu_ptr"},
};

const Space* find(unsigned number)
{
    for (const Space& space : spaces)
        if (space.number == number)
            return &space;
    return nullptr;
}

} // namespace

std::string address_space_macros()
{
    std::string lines;
    for (const Space& space : spaces)
        if (space.number < 256) {
            const std::string name = space.annotation;
            lines += "#undef " + name + "\n#define " + name + " __attribute__((address_space(" +
                     std::to_string(space.number) + ")))\n";
        }
    return lines;
}

std::string pointer_template(unsigned space)
{
    const Space* found = find(space);
    return found ? found->pointer : "";
}

std::string annotation(unsigned space)
{
    const Space* found = find(space);
    return found ? found->annotation : "";
}

} // namespace bindgen
