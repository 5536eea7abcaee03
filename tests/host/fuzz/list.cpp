// SPDX-License-Identifier: GPL-2.0
// List, of Boxes or of Arcs, against an array, as libFuzzer chooses.
//
// sources: src/*.cpp
// fuzz: 50000 inputs
#include "collections/model.hpp"

#include "../../vm/models/list_model.hpp"

using namespace model;

extern "C" int LLVMFuzzerTestOneInput(const u8* bytes, usize len)
{
    return model::fuzz(bytes, len, [](Choices choices) {
        return choices.once_in(2) ? run_list<OwnedList>(choices) : run_list<SharedList>(choices);
    });
}
