// SPDX-License-Identifier: GPL-2.0
#include "clang.hpp"

namespace bindgen {

std::string text(CXString s)
{
    const char* chars = clang_getCString(s);
    std::string result = chars ? chars : "";
    clang_disposeString(s);
    return result;
}

std::string name_of(CXCursor cursor)
{
    std::string name = text(clang_getCursorSpelling(cursor));
    return name.find('(') == std::string::npos ? name : "";
}

CXCursor canonical(CXCursor cursor) { return clang_getCanonicalCursor(cursor); }

CXCursor definition_of(CXCursor cursor)
{
    CXCursor definition = clang_getCursorDefinition(cursor);
    return clang_Cursor_isNull(definition) ? cursor : definition;
}

std::vector<CXCursor> fields_of(CXType record)
{
    std::vector<CXCursor> fields;
    clang_Type_visitFields(
        record,
        [](CXCursor field, CXClientData data) {
            static_cast<std::vector<CXCursor>*>(data)->push_back(field);
            return CXVisit_Continue;
        },
        &fields);
    return fields;
}

bool has_child(CXCursor cursor, CXCursorKind kind)
{
    bool found = false;
    for_each_child(cursor, [&](CXCursor child) { found = found || clang_getCursorKind(child) == kind; });
    return found;
}

bool is_record(CXType canonical_type) { return canonical_type.kind == CXType_Record; }

bool is_array(CXType canonical_type)
{
    return canonical_type.kind == CXType_ConstantArray || canonical_type.kind == CXType_IncompleteArray;
}

CXType element_type(CXType type)
{
    type = clang_getCanonicalType(type);
    while (is_array(type))
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    return type;
}

} // namespace bindgen
