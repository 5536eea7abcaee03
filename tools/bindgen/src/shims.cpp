// SPDX-License-Identifier: GPL-2.0
#include "shims.hpp"

#include "failure.hpp"

namespace bindgen {

namespace {

bool mentions_address_space(CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind != CXType_Pointer)
        return false;
    const CXType pointee = clang_getCanonicalType(clang_getPointeeType(type));
    return clang_getAddressSpace(pointee) != 0 || mentions_address_space(pointee);
}

// `value` as `type`, by way of an integer where a direct cast is refused.
std::string converted(const Speller& speller, CXType type, const std::string& value)
{
    return mentions_address_space(type) ? "(" + speller.declare(type, "") + ")(unsigned long)" + value : value;
}

} // namespace

// Where an address space is more than an annotation (per-CPU data on x86), a pointer into it has another type in
// bitcode than the plain pointer that C++ passes, and a call between the two would be undefined: the signature has
// plain pointers only.
void ShimWriter::add(const std::string& name, CXCursor function)
{
    const CXType meant = clang_getCanonicalType(clang_getCursorType(function));
    const CXType type =
        clang_getCursorType(function).kind == CXType_FunctionProto ? clang_getCursorType(function) : meant;
    if (clang_isFunctionTypeVariadic(type))
        throw Unsupported("a variadic static inline function: wrap it in a shim");
    std::string arguments;
    for (int i = 0; i < clang_getNumArgTypes(type); i++)
        arguments +=
            (i ? ", " : "") + converted(c_, clang_getArgType(type, static_cast<unsigned>(i)), "p" + std::to_string(i));
    const CXType result = clang_getResultType(type);
    const std::string call = name + "(" + arguments + ")";
    const bool gives = clang_getCanonicalType(result).kind != CXType_Void;
    shims_[name] = "KEEL_SHIM " + boundary_.declare(result, shim_prefix + name + boundary_.parameters(type, true)) +
                   " { " + (gives ? "return " + converted(boundary_, result, call) : call) + "; }\n";
}

std::string ShimWriter::text() const
{
    std::string result;
    for (const auto& [name, shim] : shims_)
        result += shim;
    return result;
}

} // namespace bindgen
