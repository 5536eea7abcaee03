// SPDX-License-Identifier: GPL-2.0
// MapleTree, that chooses ranges or not, against an array, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 2000 inputs
#include "collections/model.hpp"

#include "../../vm/models/range_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) {
        return choices.once_in(2) ? run_tree<MapleTree<Box<u32>>>(choices)
                                  : run_tree<MapleTreeAlloc<Box<u32>>>(choices);
    });
}
