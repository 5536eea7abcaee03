// SPDX-License-Identifier: GPL-2.0
#include "btf.hpp"
#include "comparison.hpp"
#include "layout_json.hpp"
#include "verify.hpp"

#include <algorithm>

namespace bindgen {

namespace {

std::string where(const RecordLayout& layout) { return layout.keyword + " bindings::" + layout.cpp_name; }

// All records of that name in the BTF; for the type of a member, the members are followed.
std::vector<uint32_t> candidates(const Btf& btf, const CPath& path)
{
    std::vector<uint32_t> found = btf.records(path.type);
    for (const std::string& step : path.members) {
        const std::string member = step.substr(0, step.find('['));
        std::vector<uint32_t> below;
        for (uint32_t record : found)
            for (const BtfField& field : btf.fields(record))
                if (field.name == member && btf.record_in(field.type))
                    below.push_back(btf.record_in(field.type));
        found = below;
    }
    return found;
}

std::string difference(const Btf& btf, uint32_t record, const RecordLayout& layout)
{
    if (btf.size(record) != layout.size)
        return where(layout) + ": size " + std::to_string(layout.size) + ", in the kernel " +
               std::to_string(btf.size(record));
    if (layout.opaque || !btf.has_members(record))
        return "";
    const std::vector<BtfField> fields = btf.fields(record);
    for (const FieldLayout& field : layout.fields) {
        auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const BtfField& other) { return other.name == field.c_name; });
        if (found == fields.end())
            return where(layout) + ": the kernel has no member " + field.c_name;
        if (found->offset != field.offset || found->width != field.width)
            return where(layout) + "." + field.c_name + ": bit " + std::to_string(field.offset) + " width " +
                   std::to_string(field.width) + ", in the kernel " + std::to_string(found->offset) + " width " +
                   std::to_string(found->width);
    }
    return "";
}

// Another file of the kernel may have a type of the same name: one equal candidate is enough.
void compare(const Btf& btf, const std::vector<uint32_t>& candidates, const RecordLayout& layout, Comparison& result)
{
    std::string first;
    for (uint32_t record : candidates) {
        const std::string text = difference(btf, record, layout);
        if (text.empty()) {
            if (!layout.opaque && btf.has_members(record))
                for (const FieldLayout& field : layout.fields)
                    (field.width ? result.bit_fields : result.offsets)++;
            return;
        }
        first = first.empty() ? text : first;
    }
    result.differences.push_back(first);
}

} // namespace

bool verify_btf(const std::filesystem::path& layouts, const std::filesystem::path& btf_file)
{
    const std::vector<RecordLayout> records = read_layouts(layouts);
    const Btf btf(btf_file);
    Comparison result;
    for (const RecordLayout& layout : records) {
        const std::vector<uint32_t> same_name = candidates(btf, layout.c);
        if (same_name.empty()) {
            result.absent++;
        } else {
            result.records++;
            compare(btf, same_name, layout, result);
        }
    }
    return result.report("BTF", "not in the BTF");
}

} // namespace bindgen
