// SPDX-License-Identifier: GPL-2.0
// A type with an owner in it cannot be declared copyable.
// rustc: E0204
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    Session() = default;
    Session(const Session&) = default; // expect-error: implicitly deleted
    Vec<u8> text;
};
