// SPDX-License-Identifier: GPL-2.0
// Owners in fields; borrows in views, tables of constants, closures and functions.
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Cursor {
    Span<const u8> bytes;
    usize at = 0;

    Option<u8> next()
    {
        if (at == bytes.len())
            return none;
        return bytes[at++];
    }
};

struct Owner {
    Vec<u8> bytes;
    Box<int> box;
    Option<Vec<CString>> names;
    Array<u32, 4> numbers;
    void (*hook)(int);
    Result<void> (Owner::*step)(int);

    Cursor cursor() const KEEL_LIFETIME_BOUND { return {.bytes = bytes}; }
};

struct Node {
    Box<Node> next;
    int value;
};

struct KEEL_VIEW Mode {
    Str name;
    u32 bits;
};
static constexpr Mode modes[] = {{.name = "slow", .bits = 1}, {.name = "fast", .bits = 2}};

u32 bits_of(Str name)
{
    for (const Mode& mode : modes)
        if (mode.name == name)
            return mode.bits;
    return 0;
}

usize count(const Owner& owner, u8 wanted)
{
    usize n = 0;
    const auto look = [&](u8 byte) { n += byte == wanted; };
    for (Cursor cursor = owner.cursor(); cursor.at < cursor.bytes.len();)
        look(cursor.next().value());
    return n;
}
