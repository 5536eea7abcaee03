// SPDX-License-Identifier: GPL-2.0
// Small questions about expressions that several rules ask.
#pragma once

#include <clang/AST/ExprCXX.h>

namespace keel::checker {

/// `expression` without what C++ adds around it: parentheses, implicit casts, temporaries, static_cast.
const clang::Expr* bare(const clang::Expr* expression);

/// The object that `call` is a call of a member on, or null.
const clang::Expr* object_of(const clang::CallExpr* call);

/// Whether a parameter of `function`, its object included, is marked KEEL_LIFETIME_BOUND.
bool borrows_from_parameters(const clang::FunctionDecl* function);

} // namespace keel::checker
