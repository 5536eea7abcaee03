// SPDX-License-Identifier: GPL-2.0
// HashMap against an array that the key is an index of, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 30000 inputs
#include "collections/model.hpp"

#include "../../vm/models/map_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) { return run_map<Map>(choices); });
}
