// SPDX-License-Identifier: GPL-2.0
#include "trust.hpp"

#include <clang/Basic/FileManager.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

namespace keel::checker {

namespace {

/// The path with all links resolved, so that one file has one name.
std::string real_path(llvm::StringRef path)
{
    llvm::SmallString<256> real;
    return llvm::sys::fs::real_path(path, real) ? path.str() : real.str().str();
}

bool is_below(llvm::StringRef path, const std::vector<std::string>& roots)
{
    return llvm::any_of(roots, [&](const std::string& root) {
        return path.starts_with(root) && path.size() > root.size() && path[root.size()] == '/';
    });
}

} // namespace

Trust::Trust(clang::Preprocessor& preprocessor, std::vector<std::string> library, std::vector<std::string> bindings)
    : preprocessor_ {preprocessor}, sources_ {preprocessor.getSourceManager()}, library_ {std::move(library)},
      bindings_ {std::move(bindings)}
{
    for (auto* roots : {&library_, &bindings_})
        for (std::string& root : *roots)
            root = real_path(root);
}

Origin Trust::origin(clang::SourceLocation location) const
{
    if (location.isInvalid())
        return Origin::Bindings; // what the compiler declares by itself
    const clang::SourceLocation spelled = sources_.getSpellingLoc(location);
    if (location.isMacroID() && sources_.isWrittenInScratchSpace(spelled))
        return of_pasted(location);
    // What a library macro writes is the library's; what a driver passes to it is the driver's.
    return classify(sources_.getFileID(spelled));
}

/// What ## and # make has no place of its own: it belongs to the macro that made it.
Origin Trust::of_pasted(clang::SourceLocation location) const
{
    const clang::SourceLocation use = sources_.getImmediateExpansionRange(location).getBegin();
    llvm::SmallString<64> scratch;
    const std::string name = preprocessor_.getSpelling(sources_.getSpellingLoc(use), scratch).str();
    const clang::IdentifierInfo* identifier = name.empty() ? nullptr : preprocessor_.getIdentifierInfo(name);
    const clang::MacroDirective* history =
        identifier ? preprocessor_.getLocalMacroDirectiveHistory(identifier) : nullptr;
    if (!history)
        return Origin::Driver;
    const auto definition = history->findDirectiveAtLoc(sources_.getExpansionLoc(location), sources_);
    if (!definition)
        return Origin::Driver;
    return classify(sources_.getFileID(definition.getLocation()));
}

Origin Trust::classify(clang::FileID file) const
{
    if (auto found = known_.find(file); found != known_.end())
        return found->second;
    Origin origin = Origin::Driver; // also what comes from no file: the command line
    if (auto entry = sources_.getFileEntryRefForID(file)) {
        const std::string path = real_path(entry->getName());
        origin = is_below(path, bindings_)  ? Origin::Bindings
                 : is_below(path, library_) ? Origin::Library
                                            : Origin::Driver;
    }
    known_.emplace(file, origin);
    return origin;
}

} // namespace keel::checker
