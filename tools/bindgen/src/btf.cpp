// SPDX-License-Identifier: GPL-2.0
#include "btf.hpp"

#include "elf.hpp"
#include "failure.hpp"
#include "files.hpp"

#include <cstring>

namespace bindgen {

namespace {

// include/uapi/linux/btf.h
constexpr uint16_t btf_magic = 0xeb9f;

enum Kind : uint32_t {
    kind_int = 1,
    kind_array = 3,
    kind_struct = 4,
    kind_union = 5,
    kind_enum = 6,
    kind_typedef = 8,
    kind_volatile = 9,
    kind_const = 10,
    kind_restrict = 11,
    kind_func_proto = 13,
    kind_var = 14,
    kind_datasec = 15,
    kind_decl_tag = 17,
    kind_type_tag = 18,
    kind_enum64 = 19,
};

struct Header {
    uint16_t magic;
    uint8_t version;
    uint8_t flags;
    uint32_t length;
    uint32_t types_offset;
    uint32_t types_length;
    uint32_t strings_offset;
    uint32_t strings_length;
};

// How many words follow the three that every type has.
size_t words_after(uint32_t kind, uint32_t count)
{
    switch (kind) {
    case kind_int:
    case kind_var:
    case kind_decl_tag:
        return 1;
    case kind_array:
        return 3;
    case kind_struct:
    case kind_union:
    case kind_datasec:
    case kind_enum64:
        return size_t {3} * count;
    case kind_enum:
    case kind_func_proto:
        return size_t {2} * count;
    default:
        return 0;
    }
}

} // namespace

Btf::Btf(const std::filesystem::path& file)
{
    const std::string data = read_file(file);
    try {
        parse(is_elf(data) ? elf_section(data, ".BTF") : data);
    } catch (const Failure& failure) {
        throw Failure(file.string() + ": " + failure.what());
    }
}

void Btf::parse(const std::string& data)
{
    Header header;
    if (data.size() < sizeof header)
        throw Failure("no BTF in it");
    std::memcpy(&header, data.data(), sizeof header);
    const size_t types = size_t {header.length} + header.types_offset,
                 strings = size_t {header.length} + header.strings_offset;
    if (header.magic != btf_magic || types + header.types_length > data.size() ||
        strings + header.strings_length > data.size())
        throw Failure("no BTF in it");
    words_.resize(header.types_length / sizeof(uint32_t));
    std::memcpy(words_.data(), data.data() + types, words_.size() * sizeof(uint32_t));
    strings_ = data.substr(strings, header.strings_length);
    parse_types(words_.size());
    index();
}

void Btf::parse_types(size_t words)
{
    types_.push_back({});
    for (size_t at = 0; at < words;) {
        Type type = {word(at), word(at + 1), word(at + 2), at + 3};
        at = type.rest + words_after(type.kind(), type.count());
        types_.push_back(type);
    }
}

uint32_t Btf::word(size_t at) const
{
    if (at >= words_.size())
        throw Failure("its BTF is cut off");
    return words_[at];
}

std::string Btf::string(uint32_t offset) const
{
    if (offset >= strings_.size())
        throw Failure("its BTF names a string that is not there");
    return strings_.c_str() + offset;
}

bool Btf::is_record(uint32_t type) const
{
    return types_.at(type).kind() == kind_struct || types_.at(type).kind() == kind_union;
}

void Btf::index()
{
    for (uint32_t id = 1; id < types_.size(); id++) {
        const std::string name = string(types_[id].name);
        if (name.empty())
            continue;
        if (is_record(id))
            by_name_[(types_[id].kind() == kind_struct ? "struct " : "union ") + name].push_back(id);
        else if (types_[id].kind() == kind_typedef)
            if (const uint32_t record = record_in(id))
                by_name_[name].push_back(record);
    }
}

const std::vector<uint32_t>& Btf::records(const std::string& c_type) const
{
    static const std::vector<uint32_t> none;
    auto found = by_name_.find(c_type);
    return found == by_name_.end() ? none : found->second;
}

uint32_t Btf::record_in(uint32_t type) const
{
    for (;;)
        switch (types_.at(type).kind()) {
        case kind_struct:
        case kind_union:
            return type;
        case kind_array:
            type = word(types_[type].rest);
            break;
        case kind_typedef:
        case kind_volatile:
        case kind_const:
        case kind_restrict:
        case kind_type_tag:
            type = types_[type].size_or_type;
            break;
        default:
            return 0;
        }
}

std::vector<BtfField> Btf::fields(uint32_t record) const
{
    std::vector<BtfField> result;
    add_fields(record, 0, result);
    return result;
}

void Btf::add_fields(uint32_t record, long long base, std::vector<BtfField>& out) const
{
    const Type& type = types_.at(record);
    for (uint32_t i = 0; i < type.count(); i++) {
        const size_t member = type.rest + size_t {3} * i;
        const std::string name = string(word(member));
        const uint32_t position = word(member + 2);
        // With the flag, the upper byte is the width of a bit-field.
        const long long offset = base + (type.flag() ? position & 0xffffff : position);
        const long long width = type.flag() ? position >> 24 : 0;
        const uint32_t inner = name.empty() ? record_in(word(member + 1)) : 0;
        if (inner)
            add_fields(inner, offset, out);
        else
            out.push_back({name, offset, width, word(member + 1)});
    }
}

} // namespace bindgen
