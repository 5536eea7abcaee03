// SPDX-License-Identifier: GPL-2.0
// What every rule works with: the program, where code comes from, and the way to say what is wrong.
#pragma once

#include "trust.hpp"

#include <clang/AST/ASTContext.h>
#include <clang/Frontend/CompilerInstance.h>

#include <set>
#include <string>

namespace keel::checker {

/// A diagnostic being written: notes follow the error. Suppressed as a whole if the rule already spoke on that line.
class Finding {
public:
    Finding(clang::DiagnosticsEngine& diagnostics, bool shown) : diagnostics_ {diagnostics}, shown_ {shown} {}

    /// Adds a step of the path that leads to the error, or what to do instead.
    Finding& note(clang::SourceLocation location, const llvm::Twine& text);

private:
    clang::DiagnosticsEngine& diagnostics_;
    bool shown_;
};

class Context {
public:
    Context(clang::CompilerInstance& compiler, Trust trust, std::string context_list)
        : compiler_ {compiler}, trust_ {std::move(trust)}, context_list_ {std::move(context_list)}
    {}

    clang::ASTContext& ast() const { return compiler_.getASTContext(); }
    const clang::SourceManager& sources() const { return compiler_.getSourceManager(); }
    const Trust& trust() const { return trust_; }
    /// The file that says which C functions never sleep.
    const std::string& context_list() const { return context_list_; }

    /// Whether the rules are for the code at `location`.
    bool is_driver(clang::SourceLocation location) const { return trust_.origin(location) == Origin::Driver; }

    /// Reports an error "message [keel-rule]" where `location` is in its file, outside macros. `message` starts in
    /// lower case and has no full stop.
    Finding error(clang::SourceLocation location, llvm::StringRef rule, const llvm::Twine& message);

private:
    clang::CompilerInstance& compiler_;
    Trust trust_;
    std::string context_list_;
    std::set<std::pair<unsigned, std::string>> reported_;
};

} // namespace keel::checker
