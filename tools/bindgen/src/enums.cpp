// SPDX-License-Identifier: GPL-2.0
#include "enums.hpp"

#include "numbers.hpp"
#include "spelling.hpp"

namespace bindgen {

namespace {

CXTypeKind underlying(CXCursor definition)
{
    return clang_getCanonicalType(clang_getEnumDeclIntegerType(definition)).kind;
}

} // namespace

std::vector<ConstantValue> enumerators_of(CXCursor definition)
{
    const CXTypeKind kind = underlying(definition);
    std::vector<ConstantValue> result;
    for_each_child(definition, [&](CXCursor child) {
        if (clang_getCursorKind(child) == CXCursor_EnumConstantDecl)
            result.push_back({name_of(child),
                              is_unsigned(kind) ? unsigned_literal(clang_getEnumConstantDeclUnsignedValue(child), kind)
                                                : signed_literal(clang_getEnumConstantDeclValue(child))});
    });
    return result;
}

std::string enum_definition(CXCursor definition, const Names& names)
{
    const std::string tag = clang_Cursor_isAnonymous(definition) ? "" : names.tag(definition) + " ";
    if (!clang_isCursorDefinition(definition))
        return "enum " + tag + ": unsigned int;\n"; // a GNU forward declaration: what gcc gives it
    std::string text = "enum " + tag + ": " + arithmetic(underlying(definition)) + " {\n";
    for (const ConstantValue& enumerator : enumerators_of(definition))
        text += "    " + identifier(enumerator.c_name) + " = " + enumerator.literal + ",\n";
    return text + "};\n";
}

} // namespace bindgen
