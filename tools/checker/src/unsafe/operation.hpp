// SPDX-License-Identifier: GPL-2.0
// What the compiler cannot check, and code outside UNSAFE therefore does not do.
#pragma once

#include "context.hpp"

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

#include <optional>
#include <string>

namespace keel::checker {

/// One such thing: "WHAT needs UNSAFE", and what to write in its place.
struct UnsafeOperation {
    clang::SourceLocation where;
    std::string what;
    std::string instead;
};

/// What `statement` itself, its parts apart, does that needs UNSAFE, if anything.
std::optional<UnsafeOperation> unsafe_operation(const Context& context, const clang::Stmt* statement);

// The kinds of it, each a file of this folder.

/// Memory reached through a raw pointer, past the end of an array, as another member of a union.
std::optional<UnsafeOperation> unsafe_access(const Context& context, const clang::Stmt* statement);

/// A value taken for one of another type.
std::optional<UnsafeOperation> unsafe_conversion(const clang::Stmt* statement);

/// The use of a function or variable that trusts its user.
std::optional<UnsafeOperation> unsafe_use(const Context& context, const clang::Stmt* statement);

/// A part of the language that has duties of its own: new, asm, va_arg and their like.
std::optional<UnsafeOperation> unsafe_language(const clang::Stmt* statement);

/// The same for a function that the compiler brings along.
std::optional<UnsafeOperation> unsafe_builtin(const clang::CallExpr* call);

} // namespace keel::checker
