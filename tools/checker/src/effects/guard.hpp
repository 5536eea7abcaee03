// SPDX-License-Identifier: GPL-2.0
// Which types are guards: while an object of one lives, this CPU must not sleep.
#pragma once

#include <clang/AST/DeclCXX.h>

#include <map>

namespace keel::checker::effects {

class GuardTypes {
public:
    /// Whether an object of `type` is a class marked KEEL_ATOMIC_GUARD, or holds one: Option<Guard>.
    bool contains(clang::QualType type);

private:
    bool contains(const clang::CXXRecordDecl* record);

    std::map<const clang::CXXRecordDecl*, bool> known_;
};

} // namespace keel::checker::effects
