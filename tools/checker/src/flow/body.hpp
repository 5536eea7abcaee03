// SPDX-License-Identifier: GPL-2.0
// What the statements of a function say about each other, found once before the analysis.
#pragma once

#include "expressions.hpp"

#include <map>
#include <set>

namespace keel::checker::flow {

struct Body {
    explicit Body(const clang::FunctionDecl* function);

    /// The longest "name.field->field" that a name begins.
    std::map<const clang::DeclRefExpr*, const clang::Expr*> whole;
    /// What is assigned to.
    std::set<const clang::Expr*> targets;
    /// Names that a moved-from object may be asked by: is_empty().
    std::set<const clang::DeclRefExpr*> allowed_after_move;
    /// The last expression of a statement expression, which is its value.
    std::map<const clang::Expr*, const clang::StmtExpr*> results;
};

} // namespace keel::checker::flow
