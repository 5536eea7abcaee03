// SPDX-License-Identifier: GPL-2.0
#include "parse.hpp"

#include "address_space.hpp"
#include "failure.hpp"

#include <sstream>

namespace bindgen {

namespace {

constexpr const char* unit_name = "keel-bindgen.c";
constexpr const char* questions_name = "keel-bindgen questions";

std::string unit_text(const Options& options, const std::vector<Header>& headers, const std::set<std::string>& macros)
{
    std::ostringstream out;
    out << address_space_macros();
    for (const Header& header : headers) {
        // The line directive makes a missing header an error in the list, where it can be corrected.
        const std::string include = "#line " + std::to_string(header.line) + " \"" + options.headers.string() +
                                    "\"\n#include <" + header.name + ">\n";
        out << (header.optional ? "#if __has_include(<" + header.name + ">)\n" + include + "#endif\n" : include);
    }
    for (const std::filesystem::path& file : shim_files(options.shims))
        out << "#line 1 \"" << unit_name << "\"\n#include \"" << file.string() << "\"\n";
    out << "#line 1 \"" << questions_name << "\"\n";
    for (const std::string& name : macros)
        out << "#ifdef " << name << "\nenum { " << defined_prefix << name << " };\n"
            << "static const __typeof__(" << name << ") " << value_prefix << name << " = " << name << ";\n#endif\n";
    return out.str();
}

CXTranslationUnit parse(CXIndex index, const Options& options, const std::string& source, unsigned how)
{
    std::vector<const char*> args;
    for (const std::string& flag : options.flags)
        args.push_back(flag.c_str());
    args.push_back("-w");
    args.push_back("-ferror-limit=0");
    CXUnsavedFile file = {unit_name, source.c_str(), source.size()};
    CXTranslationUnit unit = nullptr;
    // Without IncludeAttributedTypes libclang looks through attributes for us, and loses `const` in `const char __user`
    // doing so.
    how |= CXTranslationUnit_SkipFunctionBodies | CXTranslationUnit_IncludeAttributedTypes;
    const CXErrorCode error =
        clang_parseTranslationUnit2(index, unit_name, args.data(), static_cast<int>(args.size()), &file, 1, how, &unit);
    if (error != CXError_Success || !unit)
        throw Failure("libclang could not start (error " + std::to_string(error) + "): check the compiler flags");
    return unit;
}

// Two kinds of errors are ours and not the header's: an address space that we made visible where clang does not want
// one (on a function type, on top of another), after which clang goes on without it; and a question about a macro that
// is no constant.
bool is_ours(const std::string& message, const std::string& file)
{
    return file == questions_name || message.find("address space") != std::string::npos ||
           message.find("address_space") != std::string::npos;
}

std::string first_error(CXTranslationUnit unit)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        const bool error = clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error;
        const std::string message = text(clang_getDiagnosticSpelling(diagnostic));
        CXString presumed;
        unsigned line = 0;
        clang_getPresumedLocation(clang_getDiagnosticLocation(diagnostic), &presumed, &line, nullptr);
        const std::string file = text(presumed);
        clang_disposeDiagnostic(diagnostic);
        if (error && !is_ours(message, file))
            return (file.empty() ? "command line" : file + ":" + std::to_string(line)) + ": " + message;
    }
    return "";
}

} // namespace

Parsed::Parsed(const Options& options, const std::vector<Header>& headers, const std::set<std::string>& macros)
    : index_(clang_createIndex(0, 0))
{
    unit_ = parse(index_, options, unit_text(options, headers, macros), CXTranslationUnit_None);
    if (const std::string error = first_error(unit_); !error.empty())
        throw Failure(error);
}

Parsed::~Parsed()
{
    if (unit_)
        clang_disposeTranslationUnit(unit_);
    clang_disposeIndex(index_);
}

namespace {

// Whether the macro's tokens could be an expression: what cannot be would spoil the questions after it.
bool may_be_constant(CXTranslationUnit unit, CXCursor macro)
{
    static const std::set<std::string> type_words = {"sizeof", "int",   "unsigned", "long",  "char", "short",
                                                     "signed", "const", "struct",   "union", "enum"};
    static const std::set<std::string> bad = {"{", "}", ";", "[", "=", "#", "##", "\\", "++", "--"};
    CXToken* tokens = nullptr;
    unsigned count = 0;
    clang_tokenize(unit, clang_getCursorExtent(macro), &tokens, &count);
    bool ok = count > 1 && count < 60; // the first token is the name; a longer one is code
    int depth = 0;
    for (unsigned i = 1; i < count && ok; i++) {
        const std::string token = text(clang_getTokenSpelling(unit, tokens[i]));
        depth += token == "(" ? 1 : token == ")" ? -1 : 0;
        const bool keyword = clang_getTokenKind(tokens[i]) == CXToken_Keyword;
        const bool list = token == "," && depth == 0;
        ok = depth >= 0 && !list && !bad.contains(token) && (!keyword || type_words.contains(token));
    }
    clang_disposeTokens(unit, tokens, count);
    return ok && depth == 0;
}

} // namespace

std::set<std::string> constant_like_macros(const Options& options, const std::vector<Header>& headers)
{
    std::set<std::string> names;
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit =
        parse(index, options, unit_text(options, headers, {}), CXTranslationUnit_DetailedPreprocessingRecord);
    for_each_child(clang_getTranslationUnitCursor(unit), [&](CXCursor cursor) {
        if (clang_getCursorKind(cursor) != CXCursor_MacroDefinition || clang_Cursor_isMacroFunctionLike(cursor) ||
            clang_Cursor_isMacroBuiltin(cursor))
            return;
        CXFile file = nullptr; // none: defined on the command line or by the compiler
        clang_getSpellingLocation(clang_getCursorLocation(cursor), &file, nullptr, nullptr, nullptr);
        if (file && may_be_constant(unit, cursor))
            names.insert(name_of(cursor));
    });
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    return names;
}

} // namespace bindgen
