// SPDX-License-Identifier: GPL-2.0
#include "numbers.hpp"

#include <climits>
#include <cstdio>

namespace bindgen {

bool is_unsigned(CXTypeKind kind)
{
    switch (kind) {
    case CXType_Bool:
    case CXType_Char_U:
    case CXType_UChar:
    case CXType_UShort:
    case CXType_UInt:
    case CXType_ULong:
    case CXType_ULongLong:
        return true;
    default:
        return false;
    }
}

std::string unsigned_literal(unsigned long long value, CXTypeKind kind)
{
    switch (kind) {
    case CXType_Bool:
        return value ? "1" : "0";
    case CXType_Char_U:
    case CXType_UChar:
        return std::to_string(value & UCHAR_MAX);
    case CXType_UShort:
        return std::to_string(value & USHRT_MAX);
    case CXType_UInt:
        return std::to_string(value & UINT_MAX) + "u";
    default:
        return std::to_string(value) + "ull";
    }
}

std::string signed_literal(long long value)
{
    if (value == LLONG_MIN)
        return "(-" + std::to_string(LLONG_MAX) + "ll - 1)";
    return std::to_string(value) + (value < INT_MIN || value > INT_MAX ? "ll" : "");
}

std::string string_literal(const std::string& chars)
{
    std::string result = "\"";
    for (const char each : chars) {
        const auto c = static_cast<unsigned char>(each);
        if (c == '"' || c == '\\') {
            result += {'\\', each};
        } else if (c < 32 || c > 126) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\%03o", c);
            result += escape;
        } else {
            result += each;
        }
    }
    return result + "\"";
}

} // namespace bindgen
