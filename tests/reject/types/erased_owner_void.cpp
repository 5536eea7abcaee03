// SPDX-License-Identifier: GPL-2.0
// What it owns, nobody can tell. rustc: *mut c_void is never followed without unsafe
#include <keel/prelude.hpp>

using namespace keel;

class Handle {
public:
    usize len = 0;

private:
    void* impl_ = nullptr; // expect-error: field 'impl_' is a void pointer: nothing says what it owns or borrows [keel-erased-owner]
};
