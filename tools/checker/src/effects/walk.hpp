// SPDX-License-Identifier: GPL-2.0
// Goes through a function body along its control flow: what runs, which guards are held then, what was moved away.
#pragma once

#include "guard.hpp"
#include "operation.hpp"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <set>

namespace keel::checker::effects {

/// A guard that may be held: a variable, or a temporary of a statement.
struct HeldGuard {
    /// Null for a temporary.
    const clang::VarDecl* variable = nullptr;
    const clang::CXXBindTemporaryExpr* temporary = nullptr;

    clang::SourceLocation where() const { return variable ? variable->getLocation() : temporary->getExprLoc(); }
    auto operator<=>(const HeldGuard&) const = default;
};

/// What is true at a point of a function.
struct Point {
    /// Guards that are held on some path to here.
    std::set<HeldGuard> held;
    /// Local variables that are empty on every path to here: moved from, or found to hold nothing.
    std::set<const clang::VarDecl*> empty;

    void join(const Point& other);
    bool operator==(const Point&) const = default;
};

/// Calls `visit` for what runs in the body of `function`, in order within each block. False if its control flow cannot
/// be found out, and nothing was visited.
bool walk(const clang::FunctionDecl* function, const Context& context, GuardTypes& guards,
          llvm::function_ref<void(const Operation&, const Point&)> visit);

} // namespace keel::checker::effects
