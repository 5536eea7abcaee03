// SPDX-License-Identifier: GPL-2.0
// List against an array, as seeds choose.
//
// sources: src/*.cpp
// sanitizers: address
#include "model.hpp"

#include "../../vm/models/list_model.hpp"

using namespace model;

extern "C" int main()
{
    return model::check("a list does as an array does", 100, [](u64 seed) {
        return run_list<OwnedList>(Choices(seed)) && run_list<SharedList>(Choices(seed));
    });
}
