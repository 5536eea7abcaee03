// SPDX-License-Identifier: GPL-2.0
// BTF: what the kernel image itself says about its types. Read from a raw BTF file (/sys/kernel/btf/vmlinux) or from
// the .BTF section of an ELF file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace bindgen {

struct BtfField {
    std::string name;
    long long offset = 0; // in bits
    long long width = 0;  // in bits for a bit-field, else 0
    uint32_t type = 0;
};

class Btf {
public:
    explicit Btf(const std::filesystem::path& file);

    // Types that C calls `c_type`: "struct file", "union x", or a typedef of a record. Several files of the kernel may
    // each have their own type of that name.
    const std::vector<uint32_t>& records(const std::string& c_type) const;

    long long size(uint32_t record) const { return types_[record].size_or_type; }

    // Its members, those of anonymous members included.
    std::vector<BtfField> fields(uint32_t record) const;

    // gcc does not describe the members of a transparent union.
    bool has_members(uint32_t record) const { return types_[record].count() > 0; }

    // `type` without typedefs, qualifiers and array dimensions: a record, or 0.
    uint32_t record_in(uint32_t type) const;

private:
    struct Type {
        uint32_t name = 0;
        uint32_t info = 0;
        uint32_t size_or_type = 0;
        size_t rest = 0; // where what follows the three words starts, in words

        uint32_t kind() const { return info >> 24 & 0x1f; }
        uint32_t count() const { return info & 0xffff; }
        bool flag() const { return info >> 31; }
    };

    void parse(const std::string& data);
    void parse_types(size_t words);
    void index();
    std::string string(uint32_t offset) const;
    uint32_t word(size_t at) const;
    bool is_record(uint32_t type) const;
    void add_fields(uint32_t record, long long base, std::vector<BtfField>& out) const;

    std::vector<uint32_t> words_; // of the type section
    std::string strings_;
    std::vector<Type> types_; // by id; 0 is void
    std::unordered_map<std::string, std::vector<uint32_t>> by_name_;
};

} // namespace bindgen
