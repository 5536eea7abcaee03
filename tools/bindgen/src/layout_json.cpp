// SPDX-License-Identifier: GPL-2.0
#include "layout_json.hpp"

#include "files.hpp"
#include "json.hpp"

namespace bindgen {

namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; } // C names: nothing to escape

std::string to_json(const RecordLayout& layout)
{
    std::string members, fields;
    for (const std::string& member : layout.c.members)
        members += (members.empty() ? "" : ", ") + quoted(member);
    for (const FieldLayout& field : layout.fields)
        fields +=
            (fields.empty() ? "" : ", ") + ("[" + quoted(field.c_name) + ", " + quoted(field.cpp_name) + ", " +
                                            std::to_string(field.offset) + ", " + std::to_string(field.width) + "]");
    return "{\"keyword\": " + quoted(layout.keyword) + ", \"cpp\": " + quoted(layout.cpp_name) +
           ", \"c\": " + quoted(layout.c.type) + ", \"members\": [" + members +
           "], \"size\": " + std::to_string(layout.size) + ", \"align\": " + std::to_string(layout.align) +
           ", \"opaque\": " + (layout.opaque ? "true" : "false") + ", \"fields\": [" + fields + "]}";
}

} // namespace

std::string to_json(const std::string& release, const std::vector<RecordLayout>& layouts)
{
    std::string text = "{\"release\": " + quoted(release) + ", \"records\": [\n";
    for (size_t i = 0; i < layouts.size(); i++)
        text += to_json(layouts[i]) + (i + 1 < layouts.size() ? ",\n" : "\n");
    return text + "]}\n";
}

std::vector<RecordLayout> read_layouts(const std::filesystem::path& file)
{
    std::vector<RecordLayout> layouts;
    const Json document = Json::parse(read_file(file));
    for (const Json& record : document["records"].items) {
        RecordLayout layout;
        layout.keyword = record["keyword"].text;
        layout.cpp_name = record["cpp"].text;
        layout.c.type = record["c"].text;
        for (const Json& member : record["members"].items)
            layout.c.members.push_back(member.text);
        layout.size = record["size"].number();
        layout.align = record["align"].number();
        layout.opaque = record["opaque"].text == "true";
        for (const Json& field : record["fields"].items)
            layout.fields.push_back({field.items.at(0).text, field.items.at(1).text, field.items.at(2).number(),
                                     field.items.at(3).number()});
        layouts.push_back(std::move(layout));
    }
    return layouts;
}

} // namespace bindgen
