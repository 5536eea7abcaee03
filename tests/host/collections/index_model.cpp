// SPDX-License-Identifier: GPL-2.0
// XArray, Idr, Ida, MapleTree and HashTable against arrays, as seeds choose.
//
// sources: src/*.cpp
// sanitizers: address
#include "model.hpp"

#include "../../vm/models/index_model.hpp"
#include "../../vm/models/range_model.hpp"

using namespace model;

extern "C" int main()
{
    return model::check("arrays, numbers, ranges and chains do as arrays do", 30, [](u64 seed) {
        return run_array<XArray<Box<u32>>>(Choices(seed)) && run_array<Idr<Box<u32>>>(Choices(seed)) &&
               run_ida(Choices(seed)) && run_tree<MapleTree<Box<u32>>>(Choices(seed)) &&
               run_tree<MapleTreeAlloc<Box<u32>>>(Choices(seed)) && run_hash_table(Choices(seed));
    });
}
