// SPDX-License-Identifier: GPL-2.0
// The owner ends with the call. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

class Names {
public:
    Str text() const { return text_.as_cstr().as_str(); } // expect-error: returns a borrow, 'Str', and does not say of what [keel-return-unbound]

private:
    CString text_;
};
