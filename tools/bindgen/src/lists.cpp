// SPDX-License-Identifier: GPL-2.0
#include "lists.hpp"

#include "failure.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

namespace bindgen {

namespace {

using Words = std::vector<std::string>;

[[noreturn]] void bad_line(const std::filesystem::path& file, int line, const std::string& why)
{
    throw Failure(file.string() + ":" + std::to_string(line) + ": " + why);
}

void for_each_line(const std::filesystem::path& file, const std::function<void(int, const Words&)>& visit)
{
    std::ifstream in(file);
    if (!in)
        throw Failure("cannot read " + file.string());
    std::string text;
    for (int line = 1; std::getline(in, text); line++) {
        std::istringstream split(text.substr(0, text.find('#')));
        Words words;
        for (std::string word; split >> word;)
            words.push_back(word);
        if (!words.empty())
            visit(line, words);
    }
}

} // namespace

std::vector<Header> read_headers(const std::filesystem::path& file)
{
    std::vector<Header> headers;
    for_each_line(file, [&](int line, const Words& words) {
        const bool optional = words.size() == 2 && words[1] == "optional";
        if (words.size() != 1 && !optional)
            bad_line(file, line, "expected a header, or a header and the word optional");
        headers.push_back({words[0], optional, line});
    });
    return headers;
}

std::vector<std::filesystem::path> shim_files(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    if (!folder.empty())
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".c")
                files.push_back(std::filesystem::absolute(entry.path()));
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Wanted> read_wanted(const std::filesystem::path& file)
{
    std::vector<Wanted> wanted;
    for_each_line(file, [&](int line, const Words& words) {
        if (words.size() != 2)
            bad_line(file, line, "expected a group and a name");
        wanted.push_back({words[0], words[1]});
    });
    return wanted;
}

Overrides Overrides::read(const std::filesystem::path& file)
{
    static const std::map<std::string, size_t> words_of = {
        {"opaque", 2}, {"noreturn", 2}, {"nodiscard", 2}, {"printf", 4}};
    Overrides overrides;
    if (file.empty())
        return overrides;
    for_each_line(file, [&](int line, const Words& words) {
        auto known = words_of.find(words[0]);
        if (known == words_of.end() || known->second != words.size())
            bad_line(file, line, "expected `opaque|noreturn|nodiscard NAME` or `printf NAME FORMAT FIRST`");
        overrides.entries_[words[0]][words[1]] = words.size() == 4 ? words[2] + ", " + words[3] : "";
    });
    return overrides;
}

bool Overrides::has(const std::string& what, const std::string& name) const
{
    auto entry = entries_.find(what);
    return entry != entries_.end() && entry->second.contains(name);
}

std::string Overrides::attributes(const std::string& name) const
{
    std::string result;
    if (has("noreturn", name))
        result += "__attribute__((noreturn)) ";
    if (has("nodiscard", name))
        result += "__attribute__((warn_unused_result)) ";
    if (has("printf", name))
        result += "__attribute__((format(printf, " + entries_.at("printf").at(name) + "))) ";
    return result;
}

} // namespace bindgen
