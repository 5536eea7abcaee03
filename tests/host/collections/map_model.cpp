// SPDX-License-Identifier: GPL-2.0
// RbTree and HashMap against an array that the key is an index of, as seeds choose.
//
// sources: src/*.cpp
// sanitizers: address
#include "model.hpp"

#include "../../vm/models/map_model.hpp"

using namespace model;

extern "C" int main()
{
    return model::check("a tree and a hash map do as an array does", 50,
                        [](u64 seed) { return run_map<Tree>(Choices(seed)) && run_map<Map>(Choices(seed)); });
}
