// SPDX-License-Identifier: GPL-2.0
#include "enums.hpp"

#include "numbers.hpp"
#include "spelling.hpp"

namespace bindgen {

std::string enum_definition(CXCursor definition, const Names& names)
{
    const std::string tag = clang_Cursor_isAnonymous(definition) ? "" : names.tag(definition) + " ";
    if (!clang_isCursorDefinition(definition))
        return "enum " + tag + ": unsigned int;\n"; // a GNU forward declaration: what gcc gives it
    const CXTypeKind kind = clang_getCanonicalType(clang_getEnumDeclIntegerType(definition)).kind;
    std::string text = "enum " + tag + ": " + arithmetic(kind) + " {\n";
    for_each_child(definition, [&](CXCursor child) {
        if (clang_getCursorKind(child) != CXCursor_EnumConstantDecl)
            return;
        const std::string value = is_unsigned(kind) ? unsigned_literal(clang_getEnumConstantDeclUnsignedValue(child), kind)
                                                    : signed_literal(clang_getEnumConstantDeclValue(child));
        text += "    " + identifier(name_of(child)) + " = " + value + ",\n";
    });
    return text + "};\n";
}

} // namespace bindgen
