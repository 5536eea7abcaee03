// SPDX-License-Identifier: GPL-2.0
#include "generate.hpp"

#include "asserts.hpp"
#include "features.hpp"
#include "files.hpp"
#include "layout_json.hpp"
#include "parse.hpp"
#include "resolve.hpp"
#include "templates.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>

namespace bindgen {

namespace {

// What to generate: names by group in the order of emission (core first, then by name), and features.
struct Plan {
    std::vector<std::pair<std::string, std::set<std::string>>> groups;
    std::set<std::string> features;

    std::set<std::string> macros() const;
};

std::set<std::string> Plan::macros() const
{
    std::set<std::string> macros;
    for (const auto& [group, names] : groups)
        for (const std::string& name : names)
            macros.insert(c_name_of(name));
    for (const std::string& feature : features)
        if (const std::string macro = macro_behind(feature); !macro.empty())
            macros.insert(macro);
    return macros;
}

Plan plan_wanted(const Options& options)
{
    Plan plan;
    std::map<std::string, std::set<std::string>> groups;
    for (const Wanted& wanted : read_wanted(options.wanted)) {
        groups[wanted.group];
        if (is_feature(wanted.name))
            plan.features.insert(wanted.name);
        else
            groups[wanted.group].insert(wanted.name);
    }
    plan.groups.assign(groups.begin(), groups.end());
    const auto core =
        std::find_if(plan.groups.begin(), plan.groups.end(), [](const auto& group) { return group.first == "core"; });
    if (core != plan.groups.end())
        std::rotate(plan.groups.begin(), core, core + 1);
    return plan;
}

Plan plan_all(const Options& options, const std::vector<Header>& headers)
{
    return {{{"core", constant_like_macros(options, headers)}}, {}};
}

// For --all: what no macro is named after.
void want_everything(const Declarations& declarations, Resolver& resolver, Emitter& emitter)
{
    std::set<std::string> names;
    for (const Index* index : {&declarations.functions, &declarations.inlines, &declarations.variables,
                               &declarations.typedefs, &declarations.enumerators})
        for (const auto& [name, cursor] : *index)
            if (!name.starts_with("keel_") && !name.starts_with("__builtin_"))
                names.insert(name);
    std::set<std::string> tags;
    for (const auto& [name, cursor] : declarations.records)
        tags.insert(name);
    for (const std::string& name : tags)
        emitter.need_record(declarations.records.at(name), Needs::How::complete);
    for (const std::string& name : names)
        resolver.want(name);
}

class Clock {
public:
    explicit Clock(bool on) : on_(on) {}

    void lap(const char* what)
    {
        const auto now = std::chrono::steady_clock::now();
        if (on_)
            std::cerr << "  bindgen: " << what << " " << std::chrono::duration<double>(now - last_).count() << " s\n";
        last_ = now;
    }

private:
    bool on_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace

void generate(const Options& options)
{
    Clock clock(options.verbose);
    const std::vector<Header> headers = read_headers(options.headers);
    const Overrides overrides = Overrides::read(options.overrides);
    const Plan plan = options.all ? plan_all(options, headers) : plan_wanted(options);
    const Parsed parsed(options, headers, plan.macros());
    clock.lap("parse");
    const Declarations declarations(parsed.root());
    clock.lap("collect");

    Names names(declarations);
    Emitter emitter(declarations, names, overrides);
    ShimWriter shims(declarations, names);
    Resolver resolver(declarations, names, emitter, shims);
    for (const auto& [group, wanted] : plan.groups) {
        emitter.begin_group(group);
        if (options.all)
            want_everything(declarations, resolver, emitter);
        for (const std::string& name : wanted)
            resolver.want(name);
        emitter.end_group();
    }
    clock.lap("emit");

    Files files;
    for (const Group& group : emitter.groups())
        files["include/bindings/" + group.name + ".hpp"] = group_header(group, options.release);
    files["include/bindings/types.hpp"] = types_header();
    files["include/bindings/features.hpp"] =
        features_header(feature_definitions(plan.features, declarations), options.release);
    files["shims_auto.c"] = shims_source(headers, shims.text());
    files["check.cpp"] = cpp_check_source(emitter.groups(), cpp_asserts(emitter.layouts()));
    files["check.c"] =
        c_check_source(headers, shim_files(options.shims), c_asserts(emitter.layouts(), emitter.constants()));
    files["layout.json"] = to_json(options.release, emitter.layouts());
    files["missing.txt"] = missing_text(resolver.missing(), options.release);
    write_folder(options.out, files);
    clock.lap("write");
}

} // namespace bindgen
