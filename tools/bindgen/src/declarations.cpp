// SPDX-License-Identifier: GPL-2.0
#include "declarations.hpp"

#include "parse.hpp"

#include <cstring>

namespace bindgen {

std::optional<CXCursor> find(const Index& index, const std::string& name)
{
    auto found = index.find(name);
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

Declarations::Declarations(CXCursor root)
{
    for_each_child(root, [this](CXCursor cursor) { add(cursor); });
}

void Declarations::add(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl:
        add_function(cursor);
        break;
    case CXCursor_VarDecl: {
        const std::string name = name_of(cursor);
        if (clang_Cursor_getStorageClass(cursor) != CX_SC_Static)
            variables[name] = cursor;
        else if (name.starts_with(value_prefix))
            values[name.substr(std::strlen(value_prefix))] = cursor;
        break;
    }
    case CXCursor_TypedefDecl:
        typedefs[name_of(cursor)] = cursor;
        break;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        add_record(cursor);
        break;
    case CXCursor_EnumDecl:
        add_enum(cursor);
        break;
    default:
        break;
    }
}

// `extern inline` has a symbol elsewhere and counts as a function. The first declaration stands for all: the fortified
// string functions are declared once more, as overloads with mangled names, for compilers that can have them.
void Declarations::add_function(CXCursor cursor)
{
    const std::string name = name_of(cursor);
    const CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);
    if (storage == CX_SC_Static ||
        (storage == CX_SC_None && clang_Cursor_isFunctionInlined(cursor) && clang_isCursorDefinition(cursor))) {
        inlines[name] = cursor;
        functions.erase(name);
    } else if (!inlines.contains(name)) {
        functions.try_emplace(name, cursor);
    }
}

// A record or enum defined inside another is at file scope in C.
void Declarations::add_record(CXCursor cursor)
{
    if (!clang_isCursorDefinition(cursor)) {
        records.try_emplace(name_of(cursor), cursor);
        return;
    }
    if (!clang_Cursor_isAnonymous(cursor))
        records[name_of(cursor)] = cursor;
    for_each_child(cursor, [this](CXCursor child) {
        const CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl)
            add_record(child);
        else if (kind == CXCursor_EnumDecl)
            add_enum(child);
    });
}

void Declarations::add_enum(CXCursor cursor)
{
    if (!clang_isCursorDefinition(cursor))
        return;
    if (clang_Cursor_isAnonymous(cursor))
        anonymous_enums.push_back(cursor);
    else
        enums[name_of(cursor)] = cursor;
    for_each_child(cursor, [&](CXCursor child) {
        if (clang_getCursorKind(child) == CXCursor_EnumConstantDecl)
            enumerators[name_of(child)] = cursor;
    });
}

bool Declarations::macro_defined(const std::string& name) const { return enumerators.contains(defined_prefix + name); }

} // namespace bindgen
