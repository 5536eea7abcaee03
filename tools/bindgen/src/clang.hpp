// SPDX-License-Identifier: GPL-2.0
// libclang's C interface in C++ terms: strings that free themselves, loops instead of callbacks, cursors as map keys.
#pragma once

#include <clang-c/Index.h>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bindgen {

// Takes ownership of `s`.
std::string text(CXString s);

// The C name; "" for what has none (libclang answers "X::(anonymous at ...)" there).
std::string name_of(CXCursor cursor);

// The declaration that stands for all redeclarations of the same entity: use it as key.
CXCursor canonical(CXCursor cursor);

// The definition where there is one, else `cursor` itself.
CXCursor definition_of(CXCursor cursor);

std::vector<CXCursor> fields_of(CXType record);

bool has_child(CXCursor cursor, CXCursorKind kind);

bool is_record(CXType canonical_type);
bool is_array(CXType canonical_type);

// `type` made canonical, with all array dimensions taken off.
CXType element_type(CXType type);

template <class Visit> void for_each_child(CXCursor cursor, Visit visit)
{
    clang_visitChildren(
        cursor,
        [](CXCursor child, CXCursor, CXClientData data) {
            (*static_cast<Visit*>(data))(child);
            return CXChildVisit_Continue;
        },
        &visit);
}

struct CursorHash {
    size_t operator()(const CXCursor& cursor) const { return clang_hashCursor(cursor); }
};

struct CursorEqual {
    bool operator()(const CXCursor& a, const CXCursor& b) const { return clang_equalCursors(a, b) != 0; }
};

template <class Value> using CursorMap = std::unordered_map<CXCursor, Value, CursorHash, CursorEqual>;
using CursorSet = std::unordered_set<CXCursor, CursorHash, CursorEqual>;

} // namespace bindgen
