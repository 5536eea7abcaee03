// SPDX-License-Identifier: GPL-2.0
// What is known of the kernel's C functions: which never sleep (bindings/context.list).
#pragma once

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace keel::checker::effects {

/// Whether something may sleep.
enum class Sleeps {
    Never,
    /// As the gfp flags say that it is given.
    ByFlags,
    May,
};

/// The list. A function that is not in it may sleep.
class ContextList {
public:
    /// Reads `path`; an unreadable file or a line that cannot be understood is the error in `problem`.
    static std::optional<ContextList> read(const std::string& path, std::string& problem);

    Sleeps of(llvm::StringRef function) const;

private:
    llvm::StringMap<Sleeps> known_;
};

} // namespace keel::checker::effects
