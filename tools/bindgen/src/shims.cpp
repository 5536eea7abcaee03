// SPDX-License-Identifier: GPL-2.0
#include "shims.hpp"

#include "failure.hpp"

namespace bindgen {

void ShimWriter::add(const std::string& name, CXCursor function)
{
    const CXType type = clang_getCanonicalType(clang_getCursorType(function));
    const CXType declared = clang_getCursorType(function).kind == CXType_FunctionProto ? clang_getCursorType(function) : type;
    if (clang_isFunctionTypeVariadic(type))
        throw Unsupported("a variadic static inline function: wrap it in a shim");
    std::string arguments;
    for (int i = 0; i < clang_getNumArgTypes(type); i++)
        arguments += (i ? ", p" : "p") + std::to_string(i);
    const CXType result = clang_getResultType(declared);
    const std::string head = speller_.declare(result, shim_prefix + name + speller_.parameters(declared, true));
    const char* give_back = clang_getCanonicalType(result).kind == CXType_Void ? "" : "return ";
    shims_[name] = "KEEL_SHIM " + head + " { " + give_back + name + "(" + arguments + "); }\n";
}

std::string ShimWriter::text() const
{
    std::string result;
    for (const auto& [name, shim] : shims_)
        result += shim;
    return result;
}

} // namespace bindgen
