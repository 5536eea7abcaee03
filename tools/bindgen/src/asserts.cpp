// SPDX-License-Identifier: GPL-2.0
#include "asserts.hpp"

namespace bindgen {

namespace {

// One line for the record and one per member that has an address, in the language whose words are passed.
std::string asserts(const RecordLayout& layout, const std::string& type, const std::string& assert_word,
                    const std::string& alignof_word, bool cpp)
{
    std::string lines = assert_word + "(sizeof(" + type + ") == " + std::to_string(layout.size) + " && " +
                        alignof_word + "(" + type + ") == " + std::to_string(layout.align) + ", \"" + layout.cpp_name +
                        "\");\n";
    for (const FieldLayout& field : layout.fields)
        if (!field.width) {
            const std::string& name = cpp ? field.cpp_name : field.c_name;
            lines += assert_word + "(__builtin_offsetof(" + type + ", " + name +
                     ") == " + std::to_string(field.offset / 8) + ", \"" + layout.cpp_name + "." + name + "\");\n";
        }
    return lines;
}

std::string c_expression(const CPath& path)
{
    if (path.members.empty())
        return path.type;
    std::string type = path.type;
    for (const std::string& member : path.members)
        type = "__typeof__(((" + type + " *)0)->" + member + ")";
    return type;
}

} // namespace

std::string cpp_asserts(const std::vector<RecordLayout>& layouts)
{
    std::string text;
    for (const RecordLayout& layout : layouts)
        text += asserts(layout, layout.keyword + " bindings::" + layout.cpp_name, "static_assert", "alignof", true);
    return text;
}

std::string c_asserts(const std::vector<RecordLayout>& layouts, const std::vector<ConstantValue>& constants)
{
    std::string text;
    for (const RecordLayout& layout : layouts)
        if (!layout.c.type.empty())
            text += asserts(layout, c_expression(layout.c), "_Static_assert", "_Alignof", false);
    for (const ConstantValue& constant : constants)
        text += "KEEL_SAME(" + constant.c_name + ", " + constant.literal + ");\n";
    return text;
}

} // namespace bindgen
