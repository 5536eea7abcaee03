// SPDX-License-Identifier: GPL-2.0
// Which code the safe profile is for. Trust goes by the path of a file, not by how it was included.
#pragma once

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Preprocessor.h>

#include <map>
#include <string>
#include <vector>

namespace keel::checker {

/// Where a piece of code comes from.
enum class Origin {
    /// A driver, a sample, a test: the rules are for it. Also what no root below covers.
    Driver,
    /// The library: may use bindings, inside UNSAFE.
    Library,
    /// Generated bindings: declarations of C, not looked at.
    Bindings,
};

/// Knows the folders of the library and of the bindings.
class Trust {
public:
    Trust(clang::Preprocessor& preprocessor, std::vector<std::string> library, std::vector<std::string> bindings);

    /// The origin of what is written at `location`: of a macro's body where the macro is defined, of its arguments
    /// where they are written.
    Origin origin(clang::SourceLocation location) const;

private:
    Origin classify(clang::FileID file) const;
    Origin of_pasted(clang::SourceLocation location) const;

    clang::Preprocessor& preprocessor_;
    const clang::SourceManager& sources_;
    std::vector<std::string> library_;
    std::vector<std::string> bindings_;
    mutable std::map<clang::FileID, Origin> known_;
};

} // namespace keel::checker
