// SPDX-License-Identifier: GPL-2.0
#include "clang.hpp"
#include "comparison.hpp"
#include "failure.hpp"
#include "layout_json.hpp"
#include "verify.hpp"

#include <map>

namespace bindgen {

namespace {

struct Seen {
    long long size = 0, align = 0;
    std::map<std::string, FieldLayout> fields;
};

void add_fields(CXType record, long long base, Seen& seen)
{
    for (CXCursor field : fields_of(record)) {
        const std::string name = name_of(field);
        const CXType type = clang_getCanonicalType(clang_getCursorType(field));
        const long long offset = base + clang_Cursor_getOffsetOfField(field);
        if (name.empty() && is_record(type))
            add_fields(type, offset, seen);
        else if (!name.empty())
            seen.fields[name] = {"", name, offset,
                                 clang_Cursor_isBitField(field) ? clang_getFieldDeclBitWidth(field) : 0};
    }
}

std::map<std::string, Seen> records_of(CXCursor cursor)
{
    std::map<std::string, Seen> seen;
    for_each_child(cursor, [&](CXCursor child) {
        const CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_Namespace || kind == CXCursor_LinkageSpec || kind == CXCursor_UnexposedDecl)
            seen.merge(records_of(child));
        if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) && clang_isCursorDefinition(child)) {
            const CXType type = clang_getCursorType(child);
            Seen& record = seen[name_of(child)];
            record.size = clang_Type_getSizeOf(type);
            record.align = clang_Type_getAlignOf(type);
            add_fields(type, 0, record);
        }
    });
    return seen;
}

void compare(const RecordLayout& layout, const Seen& seen, Comparison& result)
{
    const std::string where = layout.keyword + " bindings::" + layout.cpp_name;
    if (seen.size != layout.size || seen.align != layout.align)
        result.differences.push_back(where + ": size or alignment");
    result.records++;
    for (const FieldLayout& field : layout.fields) {
        (field.width ? result.bit_fields : result.offsets)++;
        auto found = seen.fields.find(field.cpp_name);
        if (layout.opaque)
            continue;
        if (found == seen.fields.end() || found->second.offset != field.offset || found->second.width != field.width)
            result.differences.push_back(where + "." + field.cpp_name + ": position or width");
    }
}

} // namespace

bool verify_cpp(const std::filesystem::path& layouts, const std::filesystem::path& source,
                const std::vector<std::string>& flags)
{
    std::vector<const char*> args;
    for (const std::string& flag : flags)
        args.push_back(flag.c_str());
    CXIndex index = clang_createIndex(0, 1);
    CXTranslationUnit unit = nullptr;
    if (clang_parseTranslationUnit2(index, source.c_str(), args.data(), static_cast<int>(args.size()), nullptr, 0,
                                    CXTranslationUnit_None, &unit))
        throw Failure("cannot parse " + source.string());
    const std::map<std::string, Seen> seen = records_of(clang_getTranslationUnitCursor(unit));
    Comparison result;
    for (const RecordLayout& layout : read_layouts(layouts)) {
        auto found = seen.find(layout.cpp_name);
        if (found == seen.end())
            result.differences.push_back(layout.keyword + " bindings::" + layout.cpp_name + ": not emitted");
        else
            compare(layout, found->second, result);
    }
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    return result.report("C++", "not emitted");
}

} // namespace bindgen
