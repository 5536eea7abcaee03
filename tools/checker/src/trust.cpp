// SPDX-License-Identifier: GPL-2.0
#include "trust.hpp"

#include <clang/Basic/FileManager.h>
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

Trust::Trust(const clang::SourceManager& sources, std::vector<std::string> library, std::vector<std::string> bindings)
    : sources_ {sources}, library_ {std::move(library)}, bindings_ {std::move(bindings)}
{
    for (auto* roots : {&library_, &bindings_})
        for (std::string& root : *roots)
            root = real_path(root);
}

Origin Trust::origin(clang::SourceLocation location) const
{
    if (location.isInvalid())
        return Origin::Bindings;
    // What a library macro writes is the library's; what a driver passes to it is the driver's.
    return classify(sources_.getFileID(sources_.getSpellingLoc(location)));
}

Origin Trust::classify(clang::FileID file) const
{
    if (auto found = known_.find(file); found != known_.end())
        return found->second;
    Origin origin = Origin::Driver;
    if (auto entry = sources_.getFileEntryRefForID(file)) {
        const std::string path = real_path(entry->getName());
        origin = is_below(path, bindings_) ? Origin::Bindings : is_below(path, library_) ? Origin::Library : Origin::Driver;
    } else {
        origin = Origin::Bindings; // the compiler's own predefines
    }
    known_.emplace(file, origin);
    return origin;
}

} // namespace keel::checker
