// SPDX-License-Identifier: GPL-2.0
// Collects C++ declarations, each once, in the first group that needs it, after everything it needs itself.
#pragma once

#include "layout.hpp"
#include "lists.hpp"
#include "spelling.hpp"

#include <set>
#include <string>
#include <vector>

namespace bindgen {

struct Group {
    std::string name;
    std::set<std::string> includes; // other groups
    std::set<std::string> forwards; // "struct file"
    std::string declarations;       // extern "C"
    std::string constants;
};

class Emitter : public Needs {
public:
    Emitter(const Declarations& declarations, Names& names, const Overrides& overrides)
        : declarations_(declarations), names_(names), overrides_(overrides),
          speller_(Language::cpp, declarations, names, this)
    {}

    void begin_group(const std::string& name);
    void end_group(); // also defines what was only needed eventually

    void need_record(CXCursor record, How how) override;
    void need_enum(CXCursor definition) override;
    void need_typedef(const std::string& name) override;

    // Declares a function that the linker knows as `symbol`.
    void function(const std::string& c_name, CXCursor cursor, const std::string& symbol);
    void variable(const std::string& c_name, CXCursor cursor);
    // A macro; `value` is the constant with its value. False when that is neither an integer nor a string.
    bool constant(const std::string& c_name, CXCursor value);

    const std::vector<Group>& groups() const { return groups_; }
    const std::vector<RecordLayout>& layouts() const { return layouts_; }
    const std::vector<ConstantValue>& constants() const { return constants_; }

private:
    Group& group() { return groups_.back(); }
    void refer_to(size_t owner);
    void define(CXCursor record);
    bool first_time(const std::string& entity);

    const Declarations& declarations_;
    Names& names_;
    const Overrides& overrides_;
    Speller speller_;
    std::vector<Group> groups_;
    std::vector<RecordLayout> layouts_;
    std::vector<ConstantValue> constants_;
    std::vector<CXCursor> eventually_;
    CursorMap<size_t> tags_;                             // records and enums defined (or being so) -> group
    std::unordered_map<std::string, size_t> names_done_; // all else, by kind and name -> group
};

} // namespace bindgen
