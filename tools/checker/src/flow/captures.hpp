// SPDX-License-Identifier: GPL-2.0
// What the body of a closure does with the variables it captures by reference.
#pragma once

#include <clang/AST/ExprCXX.h>

#include <vector>

namespace keel::checker::flow {

/// A mention of something captured, as far as fields and accessors lead from it.
struct CapturedUse {
    const clang::ValueDecl* variable; // null: *this
    const clang::Expr* expression;
    bool is_mutable;
};

/// The uses of captured variables and of a captured *this in the body of `lambda`.
std::vector<CapturedUse> captured_uses(const clang::LambdaExpr* lambda);

} // namespace keel::checker::flow
