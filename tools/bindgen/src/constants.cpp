// SPDX-License-Identifier: GPL-2.0
#include "constants.hpp"

#include "numbers.hpp"

namespace bindgen {

std::string constant_text(CXCursor value)
{
    CXEvalResult result = clang_Cursor_Evaluate(value);
    if (!result)
        return "";
    const CXType type = clang_getCanonicalType(clang_getCursorType(value));
    const CXTypeKind kind =
        type.kind == CXType_Enum
            ? clang_getCanonicalType(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type))).kind
            : type.kind;
    std::string text;
    if (clang_EvalResult_getKind(result) == CXEval_Int && arithmetic(kind))
        text = is_unsigned(kind) ? unsigned_literal(clang_EvalResult_getAsUnsigned(result), kind)
                                 : signed_literal(clang_EvalResult_getAsLongLong(result));
    else if (clang_EvalResult_getKind(result) == CXEval_StrLiteral)
        text = string_literal(clang_EvalResult_getAsStr(result));
    clang_EvalResult_dispose(result);
    return text;
}

std::string constant_definition(const std::string& name, CXCursor value, const Speller& speller)
{
    const std::string text = constant_text(value);
    if (text.empty())
        return "";
    if (text.starts_with('"'))
        return "inline constexpr char " + name + "[] = " + text + ";\n";
    CXType type = clang_getUnqualifiedType(clang_getCanonicalType(clang_getCursorType(value)));
    const std::string spelled = speller.declare(type, "");
    return "inline constexpr " + spelled + " " + name + " = static_cast<" + spelled + ">(" + text + ");\n";
}

} // namespace bindgen
