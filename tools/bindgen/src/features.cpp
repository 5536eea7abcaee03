// SPDX-License-Identifier: GPL-2.0
#include "features.hpp"

#include "constants.hpp"
#include "failure.hpp"

#include <algorithm>

namespace bindgen {

namespace {

constexpr const char* has_field = "KEEL_HAS_FIELD_";
constexpr const char* has_function = "KEEL_HAS_FUNC_";
constexpr const char* has_macro = "KEEL_HAS_MACRO_";
constexpr const char* config = "CONFIG_";

std::string after(const std::string& name, const std::string& prefix)
{
    return name.starts_with(prefix) ? name.substr(prefix.size()) : "";
}

bool record_has_field(CXType record, const std::string& name)
{
    const std::vector<CXCursor> fields = fields_of(record);
    return std::any_of(fields.begin(), fields.end(), [&](CXCursor field) {
        if (name_of(field) == name)
            return true;
        const CXType type = clang_getCanonicalType(clang_getCursorType(field));
        return name_of(field).empty() && is_record(type) && record_has_field(type, name);
    });
}

bool type_has_field(const Declarations& declarations, const std::string& type, const std::string& field)
{
    if (const auto record = find(declarations.records, type))
        return record_has_field(clang_getCursorType(*record), field);
    const auto alias = find(declarations.typedefs, type);
    const CXType meant = alias ? clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(*alias)) : CXType {};
    return alias && is_record(meant) && record_has_field(meant, field);
}

// "file_f_ref" may be file.f_ref or file_f.ref: every split is tried.
bool some_split_is_a_field(const Declarations& declarations, const std::string& name)
{
    for (size_t i = name.find('_'); i != std::string::npos; i = name.find('_', i + 1))
        if (type_has_field(declarations, name.substr(0, i), name.substr(i + 1)))
            return true;
    return false;
}

std::string definition(const std::string& feature, const Declarations& declarations)
{
    if (const std::string name = after(feature, config); !name.empty()) {
        const auto value = find(declarations.values, feature);
        return value ? "#define " + feature + " " + constant_text(*value) + "\n" : "// " + feature + " is not set\n";
    }
    bool has = false;
    if (const std::string field = after(feature, has_field); !field.empty())
        has = some_split_is_a_field(declarations, field);
    else if (const std::string function = after(feature, has_function); !function.empty())
        has = declarations.functions.contains(function) || declarations.inlines.contains(function);
    else
        has = declarations.macro_defined(after(feature, has_macro));
    return "#define " + feature + (has ? " 1\n" : " 0\n");
}

} // namespace

bool is_feature(const std::string& name)
{
    for (const char* prefix : {has_field, has_function, has_macro, config})
        if (!after(name, prefix).empty())
            return true;
    if (name.starts_with("KEEL_HAS_"))
        throw Failure("unknown feature " + name + ": there are KEEL_HAS_FIELD_, KEEL_HAS_FUNC_ and KEEL_HAS_MACRO_");
    return false;
}

std::string macro_behind(const std::string& feature)
{
    return feature.starts_with(config) ? feature : after(feature, has_macro);
}

std::string feature_definitions(const std::set<std::string>& features, const Declarations& declarations)
{
    std::string lines;
    for (const std::string& feature : features)
        lines += definition(feature, declarations);
    return lines;
}

} // namespace bindgen
