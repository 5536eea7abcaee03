// SPDX-License-Identifier: GPL-2.0
// Expressions without what the flow analysis does not care about, and calls in one shape.
#pragma once

#include <clang/AST/ExprCXX.h>

#include <optional>
#include <vector>

namespace keel::checker::flow {

/// `expression` without parentheses, cleanups, casts within one object, and library calls that only pass it on.
const clang::Expr* bare(const clang::Expr* expression);

/// The operand of keel::move(x), of a forward that moves, or of a cast that says the same; null for all else.
const clang::Expr* moved_operand(const clang::Expr* expression);

/// The local variable (or parameter, or capture) that is named, or null. A structured binding names the variable that
/// it is a part of.
const clang::VarDecl* named_variable(const clang::DeclRefExpr* name);

/// How an operator of a class leads to another object.
enum class Access {
    None,
    Owned,
    Guarded,
    Borrowed,
};

/// A call of any kind: function, method, operator, constructor, pointer.
struct Call {
    const clang::Expr* expression = nullptr;
    const clang::FunctionDecl* function = nullptr; // null: through a pointer
    const clang::FunctionProtoType* type = nullptr;
    const clang::Expr* object = nullptr; // what a method is called on
    std::vector<const clang::Expr*> arguments {};

    const clang::CXXMethodDecl* method() const;
    const clang::CXXConstructorDecl* constructor() const;

    /// The type of the parameter that takes argument `index`; that of the argument itself for "...".
    clang::QualType parameter(size_t index) const;

    /// Whether the result borrows from argument `index`, or from the object.
    bool is_bound(size_t index) const;
    bool is_bound_to_object() const;
    bool is_bound_to_anything() const;

    /// Whether the object is passed to be changed.
    bool may_change_object() const;

    /// The type of the object; what a pointer points to for "->".
    clang::QualType object_type() const;

    /// What `*x` and `x->` of a library class lead to.
    Access access() const;
};

/// `expression` as a call, if it is one.
std::optional<Call> call_of(const clang::Expr* expression);

/// Whether `expression` is `a = b`, built in or of a class; its sides.
struct Assignment {
    const clang::Expr* target;
    const clang::Expr* value;
};
std::optional<Assignment> assignment_of(const clang::Stmt* statement);

/// Whether a reference or pointer of `type` lets what it refers to be changed; true for classes.
bool is_mutable_borrow(clang::QualType type);

} // namespace keel::checker::flow
