// SPDX-License-Identifier: GPL-2.0
// Ida against an array, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 20000 inputs
#include "collections/model.hpp"

#include "../../vm/models/index_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) { return run_ida(choices); });
}
