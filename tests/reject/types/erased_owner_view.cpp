// SPDX-License-Identifier: GPL-2.0
// A view does not either.
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Callback {
    void (*run)(const void*);
    const void* context; // expect-error: field 'context' is a void pointer [keel-erased-owner]
};
