// SPDX-License-Identifier: GPL-2.0
// Vec, Ring and BitVec against arrays, as seeds choose.
//
// sources: src/*.cpp
// sanitizers: address
#include "model.hpp"

#include "../../vm/models/row_model.hpp"

using namespace model;

extern "C" int main()
{
    return model::check("a Vec, a Ring and a BitVec do as arrays do", 30, [](u64 seed) {
        return run_vec(Choices(seed)) && run_ring(Choices(seed)) && run_bits(Choices(seed));
    });
}
