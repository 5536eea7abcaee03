// SPDX-License-Identifier: GPL-2.0
#include "emitter.hpp"

#include "constants.hpp"
#include "enums.hpp"
#include "failure.hpp"
#include "records.hpp"

namespace bindgen {

void Emitter::begin_group(const std::string& name) { groups_.push_back({name, {}, {}, {}, {}}); }

void Emitter::end_group()
{
    while (!eventually_.empty()) {
        const CXCursor record = eventually_.back();
        eventually_.pop_back();
        need_record(record, How::complete);
    }
}

void Emitter::refer_to(size_t owner)
{
    if (owner + 1 != groups_.size())
        group().includes.insert(groups_[owner].name);
}

bool Emitter::first_time(const std::string& entity)
{
    auto [entry, inserted] = names_done_.try_emplace(entity, groups_.size() - 1);
    refer_to(entry->second);
    return inserted;
}

void Emitter::need_record(CXCursor record, How how)
{
    record = definition_of(record);
    if (name_of(record) == "__va_list_tag") // what the compiler makes __builtin_va_list of
        return;
    group().forwards.insert(keyword_of(record) + (" " + names_.tag(record)));
    if (how == How::eventually)
        eventually_.push_back(record);
    if (how != How::complete || !clang_isCursorDefinition(record))
        return;
    auto [entry, inserted] = tags_.try_emplace(canonical(record), groups_.size() - 1);
    refer_to(entry->second);
    if (inserted)
        define(record);
}

void Emitter::define(CXCursor record)
{
    RecordWriter writer(speller_, names_, *this);
    RecordLayout layout;
    const std::string text =
        overrides_.opaque(name_of(record)) ? writer.opaque(record, layout) : writer.definition(record, layout);
    group().declarations += text;
    layouts_.push_back(std::move(layout));
}

void Emitter::need_enum(CXCursor definition)
{
    auto [entry, inserted] = tags_.try_emplace(canonical(definition), groups_.size() - 1);
    refer_to(entry->second);
    if (!inserted)
        return;
    group().declarations += enum_definition(definition, names_);
    for (ConstantValue& enumerator : enumerators_of(definition)) {
        // A macro of the same name hides the enumerator from C: its value there says nothing about ours.
        const auto macro = find(declarations_.values, enumerator.c_name);
        if (!macro || constant_text(*macro) == enumerator.literal)
            constants_.push_back(std::move(enumerator));
    }
}

void Emitter::need_typedef(const std::string& name)
{
    const auto cursor = find(declarations_.typedefs, name);
    if (name == "size_t" || !cursor || !first_time("typedef " + name)) // size_t is in types.hpp
        return;
    const CXType type = clang_getTypedefDeclUnderlyingType(*cursor);
    const CXType element = element_type(type);
    if (is_array(clang_getCanonicalType(type)) && is_record(element))
        need_record(clang_getTypeDeclaration(element), How::complete);
    const std::string text = speller_.declare(type, identifier(name)); // first: what it needs goes before it
    group().declarations += "typedef " + text + ";\n";
}

void Emitter::function(const std::string& c_name, CXCursor cursor, const std::string& symbol)
{
    if (!first_time("function " + c_name))
        return;
    std::string text = speller_.declare(clang_getCursorType(cursor), identifier(c_name));
    std::string attributes = overrides_.attributes(c_name);
    if (attributes.find("warn_unused_result") == std::string::npos && has_child(cursor, CXCursor_WarnUnusedResultAttr))
        attributes += "__attribute__((warn_unused_result)) ";
    if (symbol != identifier(c_name))
        text += " __asm__(\"" + symbol + "\")";
    group().declarations += attributes + text + ";\n";
}

void Emitter::variable(const std::string& c_name, CXCursor cursor)
{
    const CXType type = clang_getCursorType(cursor);
    const CXType meant = clang_getCanonicalType(type);
    if (clang_getAddressSpace(meant))
        throw Unsupported("a per-CPU variable: reach it through a shim");
    if (!first_time("variable " + c_name))
        return;
    const CXCursor element = clang_getTypeDeclaration(element_type(type));
    if (is_record(element_type(type)) && clang_Cursor_isAnonymous(element))
        names_.name_anonymous(element, c_name + "__type", {});
    if (is_array(meant) && is_record(element_type(type)))
        need_record(element, How::complete);
    const std::string label = identifier(c_name) == c_name ? "" : " __asm__(\"" + c_name + "\")";
    // `extern const void symbol` is C's way to name an address.
    const std::string text = meant.kind == CXType_Void ? "const char " + identifier(c_name) + "[]"
                                                       : speller_.declare(type, identifier(c_name));
    group().declarations += "extern " + text + label + ";\n";
}

bool Emitter::constant(const std::string& c_name, CXCursor value)
{
    const std::string text = constant_definition(identifier(c_name), value, speller_);
    if (text.empty())
        return false;
    if (first_time("constant " + c_name)) {
        group().constants += text;
        if (const std::string literal = constant_text(value); !literal.starts_with('"'))
            constants_.push_back({c_name, literal});
    }
    return true;
}

} // namespace bindgen
