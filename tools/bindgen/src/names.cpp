// SPDX-License-Identifier: GPL-2.0
#include "names.hpp"

#include <iterator>
#include <sstream>
#include <unordered_set>

namespace bindgen {

namespace {

// Keywords of C++ that are identifiers in C.
constexpr const char* keyword_list =
    "alignas alignof and and_eq asm bitand bitor bool catch char16_t char32_t char8_t class co_await "
    "co_return co_yield compl concept const_cast consteval constexpr constinit decltype delete "
    "dynamic_cast explicit export false friend mutable namespace new noexcept not not_eq nullptr operator "
    "or or_eq private protected public reinterpret_cast requires static_assert static_cast template this "
    "thread_local throw true try typeid typename using virtual wchar_t xor xor_eq";

bool is_keyword(const std::string& name)
{
    static const std::unordered_set<std::string> keywords = [] {
        std::istringstream words(keyword_list);
        return std::unordered_set<std::string>(std::istream_iterator<std::string>(words), {});
    }();
    return keywords.contains(name);
}

} // namespace

std::string identifier(const std::string& c_name) { return is_keyword(c_name) ? c_name + "_" : c_name; }

std::string c_name_of(const std::string& cpp_name)
{
    if (cpp_name.ends_with('_') && is_keyword(cpp_name.substr(0, cpp_name.size() - 1)))
        return cpp_name.substr(0, cpp_name.size() - 1);
    return cpp_name;
}

const char* keyword_of(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_UnionDecl:
        return "union";
    case CXCursor_EnumDecl:
        return "enum";
    default:
        return "struct";
    }
}

bool Names::typedef_is(const std::string& name, CXCursor cursor) const
{
    const auto found = find(declarations_.typedefs, name);
    if (!found)
        return false;
    const CXType type = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(*found));
    return clang_equalCursors(canonical(clang_getTypeDeclaration(type)), canonical(cursor)) != 0;
}

std::string Names::tag(CXCursor cursor) const
{
    if (clang_Cursor_isAnonymous(cursor)) {
        auto found = anonymous_.find(canonical(cursor));
        if (found != anonymous_.end())
            return found->second.cpp_name;
        unsigned line = 0, column = 0;
        clang_getExpansionLocation(clang_getCursorLocation(cursor), nullptr, &line, &column, nullptr);
        return "anonymous_" + std::to_string(line) + "_" + std::to_string(column);
    }
    const std::string name = name_of(cursor);
    if (declarations_.typedefs.contains(name) && !typedef_is(name, cursor))
        return name + "__tag";
    return identifier(name);
}

std::string Names::c_type(CXCursor cursor) const
{
    if (clang_Cursor_isAnonymous(cursor))
        return "";
    const std::string name = name_of(cursor);
    return typedef_is(name, cursor) ? name : keyword_of(cursor) + (" " + name);
}

CPath Names::c_path(CXCursor cursor) const
{
    auto found = anonymous_.find(canonical(cursor));
    return found == anonymous_.end() ? CPath {c_type(cursor), {}} : found->second.path;
}

void Names::name_anonymous(CXCursor cursor, const std::string& cpp_name, const CPath& path)
{
    anonymous_.try_emplace(canonical(cursor), Anonymous {cpp_name, path});
}

} // namespace bindgen
