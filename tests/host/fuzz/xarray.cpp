// SPDX-License-Identifier: GPL-2.0
// XArray, that chooses indices or not, against an array, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 3000 inputs
#include "collections/model.hpp"

#include "../../vm/models/index_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) {
        return choices.once_in(2) ? run_array<XArray<Box<u32>>>(choices) : run_array<Idr<Box<u32>>>(choices);
    });
}
