// SPDX-License-Identifier: GPL-2.0
// Containers against plain arrays, in the kernel, as seeds choose: on the host the same runs over fakes.
#include "index_model.hpp"
#include "list_model.hpp"
#include "map_model.hpp"
#include "range_model.hpp"
#include "row_model.hpp"

#include <keel/module.hpp>

using namespace keel;
using namespace model;
using test::Test;

namespace {

constexpr u64 seeds = 20;

template <auto run> void each_seed(Test& test)
{
    u64 seed = 1;
    while (seed <= seeds && run(Choices(seed)))
        seed++;
    if (seed <= seeds)
        test::report<"    # goes wrong with seed {}\n">(seed);
    KEEL_EXPECT(test, seed == seeds + 1);
}

} // namespace

#define MODEL(name, ...)                                                                                               \
    test::Case { CStr(#name), each_seed<__VA_ARGS__> }

KEEL_SUITE(models, "models", MODEL(list_of_boxes, run_list<OwnedList>), MODEL(list_of_arcs, run_list<SharedList>),
           MODEL(tree, run_map<Tree>), MODEL(hash_map, run_map<Map>), MODEL(vec, run_vec), MODEL(ring, run_ring),
           MODEL(bits, run_bits), MODEL(xarray, run_array<XArray<Box<u32>>>), MODEL(idr, run_array<Idr<Box<u32>>>),
           MODEL(ida, run_ida), MODEL(maple_tree, run_tree<MapleTree<Box<u32>>>),
           MODEL(maple_tree_alloc, run_tree<MapleTreeAlloc<Box<u32>>>), MODEL(hash_table, run_hash_table));

struct Models {
    static Models init(Init<Models>& init)
    {
        const test::Suite* const suites[] = {&models};
        if (test::run_all(Span<const test::Suite* const>(suites)) != 0)
            init.fail(EINVAL);
        return {};
    }
};

KEEL_MODULE(Models, .license = "GPL", .description = "Containers against models");
