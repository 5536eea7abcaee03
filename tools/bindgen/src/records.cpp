// SPDX-License-Identifier: GPL-2.0
#include "records.hpp"

#include "failure.hpp"

#include <algorithm>

namespace bindgen {

namespace {

constexpr const char* step = "    ";
constexpr long long max_alignment = 1 << 16;

long long round_up(long long value, long long to) { return (value + to - 1) / to * to; }

// The alignment of a member of this type as we write it: typedefs that change the alignment are not written.
long long written_alignment(CXType type)
{
    const CXType element = element_type(type);
    const CXType bare = is_record(element) ? clang_getCursorType(clang_getTypeDeclaration(element)) : element;
    return std::max(1LL, clang_Type_getAlignOf(bare));
}

std::string aligned(long long to) { return "__attribute__((aligned(" + std::to_string(to) + ")))"; }

// The path to the type of the field's elements: "[0]" for each dimension.
CPath path_below(const RecordLayout& outer, CXCursor field)
{
    std::string member = name_of(field);
    for (CXType type = clang_getCanonicalType(clang_getCursorType(field)); is_array(type);
         type = clang_getCanonicalType(clang_getArrayElementType(type)))
        member += "[0]";
    CPath path = outer.c;
    path.members.push_back(member);
    return path;
}

bool is_packed(CXType type, const std::vector<CXCursor>& fields, long long largest)
{
    if (clang_Type_getAlignOf(type) < largest || has_child(clang_getTypeDeclaration(type), CXCursor_PackedAttr))
        return true;
    return std::any_of(fields.begin(), fields.end(), [](CXCursor field) {
        return !clang_Cursor_isBitField(field) &&
               clang_Cursor_getOffsetOfField(field) % (written_alignment(clang_getCursorType(field)) * 8) != 0;
    });
}

} // namespace

// The text between the braces, and what it lays out to without more attributes.
struct RecordWriter::Body {
    std::string text;
    std::string attributes; // that the record needs, with a space in front
    bool is_union = false;
    bool packed = false;
    long long end = 0;     // of the last member, in bits
    long long natural = 1; // alignment that follows from the members
    int paddings = 0;
};

RecordWriter::Body RecordWriter::body(CXType type, long long base, const std::string& indent)
{
    const std::vector<CXCursor> fields = fields_of(type);
    const long long align = std::max(1LL, clang_Type_getAlignOf(type));
    long long largest = 1;
    for (CXCursor field : fields)
        if (!clang_Cursor_isBitField(field) || !name_of(field).empty()) // an unnamed bit-field aligns nothing
            largest = std::max(largest, written_alignment(clang_getCursorType(field)));

    Body body;
    body.is_union = clang_getCursorKind(clang_getTypeDeclaration(type)) == CXCursor_UnionDecl;
    body.packed = is_packed(type, fields, largest);
    body.natural = body.packed ? 1 : largest;
    for (CXCursor field : fields)
        clang_Cursor_isBitField(field) ? bit_field(body, field, base, indent) : member(body, field, base, indent);
    if (fields.empty())
        body.text += indent + "char keel_empty[0];\n"; // C's empty struct has size 0
    if (body.packed)
        body.attributes += align > body.natural ? " __attribute__((packed, aligned(" + std::to_string(align) + ")))"
                                                : " __attribute__((packed))";
    else if (align > body.natural)
        body.attributes += " " + aligned(align);
    return body;
}

void RecordWriter::bit_field(Body& body, CXCursor field, long long base, const std::string& indent)
{
    const std::string c_name = name_of(field);
    const long long width = clang_getFieldDeclBitWidth(field), offset = clang_Cursor_getOffsetOfField(field);
    body.text += indent + speller_.declare(clang_getCursorType(field), identifier(c_name)) + " : " +
                 std::to_string(width) + ";\n";
    body.end = offset + width;
    if (!c_name.empty())
        layout_->fields.push_back({c_name, identifier(c_name), base + offset, width});
}

void RecordWriter::member(Body& body, CXCursor field, long long base, const std::string& indent)
{
    const CXType type = clang_getCursorType(field);
    const CXType element = element_type(type);
    const std::string c_name = name_of(field);
    const long long offset = clang_Cursor_getOffsetOfField(field);
    const std::string place = placement(body, type, offset, indent);

    // Without a name: an anonymous member, or (-fms-extensions) one with a tag, whose members are copied here.
    if (c_name.empty() && is_record(element)) {
        body.text += indent + anonymous_member(field, base + offset, indent) + place + ";\n";
    } else {
        body.text += indent + named_member(field, element) + place + ";\n";
        layout_->fields.push_back({c_name, identifier(c_name), base + offset, 0});
    }
    body.end = offset + std::max(0LL, clang_Type_getSizeOf(type)) * 8;
}

std::string RecordWriter::anonymous_member(CXCursor field, long long base, const std::string& indent)
{
    const CXCursor record = definition_of(clang_getTypeDeclaration(element_type(clang_getCursorType(field))));
    const Body inner = body(clang_getCursorType(record), base, indent + step);
    return keyword_of(record) + inner.attributes + " {\n" + inner.text + indent + "}";
}

std::string RecordWriter::named_member(CXCursor field, CXType element)
{
    const std::string c_name = name_of(field);
    if (is_record(element)) {
        const CXCursor record = definition_of(clang_getTypeDeclaration(element));
        // C++ allows no type definition inside an anonymous union: the member's anonymous type gets a name and moves
        // out.
        if (clang_Cursor_isAnonymous(record))
            names_.name_anonymous(record, layout_->cpp_name + "__" + c_name, path_below(*layout_, field));
        needs_.need_record(record, Needs::How::complete);
    }
    return declare(clang_getCursorType(field), identifier(c_name));
}

std::string RecordWriter::declare(CXType type, const std::string& name)
{
    try {
        return speller_.declare(type, name);
    } catch (const Unsupported&) {
        const CXType meant = clang_getCanonicalType(type);
        return "unsigned char " + name + "[" + std::to_string(clang_Type_getSizeOf(meant)) + "] " +
               aligned(clang_Type_getAlignOf(meant));
    }
}

// What must follow (an attribute) or precede (padding) a member so that it lands at `offset`.
std::string RecordWriter::placement(Body& body, CXType type, long long offset, const std::string& indent)
{
    if (body.is_union)
        return "";
    const long long natural = body.packed ? 1 : written_alignment(type);
    const long long end = (body.end + 7) / 8;
    if (round_up(end, natural) >= offset / 8)
        return "";
    for (long long align = natural * 2; align <= max_alignment; align *= 2)
        if (round_up(end, align) == offset / 8) {
            body.natural = std::max(body.natural, align);
            return " " + aligned(align);
        }
    body.text += indent + "char keel_padding" + std::to_string(body.paddings++) + "[" +
                 std::to_string(offset / 8 - end) + "];\n";
    return "";
}

void RecordWriter::describe(CXCursor record, RecordLayout& layout)
{
    const CXType type = clang_getCursorType(record);
    layout.keyword = keyword_of(record);
    layout.cpp_name = names_.tag(record);
    layout.c = names_.c_path(record);
    layout.size = clang_Type_getSizeOf(type);
    layout.align = clang_Type_getAlignOf(type);
    layout_ = &layout;
}

std::string RecordWriter::definition(CXCursor record, RecordLayout& layout)
{
    describe(record, layout);
    const Body body = this->body(clang_getCursorType(record), 0, step);
    return layout.keyword + body.attributes + " " + layout.cpp_name + " {\n" + body.text + "};\n";
}

std::string RecordWriter::opaque(CXCursor record, RecordLayout& layout)
{
    describe(record, layout);
    layout.opaque = true;
    return layout.keyword + " " + aligned(layout.align) + " " + layout.cpp_name + " {\n" + step +
           "unsigned char keel_opaque[" + std::to_string(layout.size) + "];\n};\n";
}

} // namespace bindgen
