// SPDX-License-Identifier: GPL-2.0
// BitVec, and the Bitmap operations under it, against an array, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 1500 inputs
#include "collections/model.hpp"

#include "../../vm/models/row_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) { return run_bits(choices); });
}
