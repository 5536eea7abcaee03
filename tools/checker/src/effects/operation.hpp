// SPDX-License-Identifier: GPL-2.0
// What a function body makes run, one operation at a time: calls, constructions and destructions, also those that
// nobody wrote.
#pragma once

#include "context.hpp"

#include <clang/AST/ExprCXX.h>

#include <optional>

namespace keel::checker::effects {

/// One thing that runs.
struct Operation {
    enum class Kind {
        /// Of a known function or constructor.
        Call,
        /// Of a virtual function: which one is known at run time.
        Virtual,
        /// Through a pointer.
        Indirect,
        /// A destructor that runs at the end of something.
        Destruction,
    };

    Kind kind;
    clang::SourceLocation where;
    /// What is called: null for a call through a pointer.
    const clang::FunctionDecl* function = nullptr;
    /// The call or construction: null for a destruction.
    const clang::Expr* expression = nullptr;
    /// The local variable that is destroyed, if it is one.
    const clang::VarDecl* variable = nullptr;

    /// The argument for parameter `index` of `function`, or null.
    const clang::Expr* argument(unsigned index) const;
};

/// The call or construction that `statement` is, less those in it; nothing if it is none, or one that the compiler
/// evaluates.
std::optional<Operation> operation_of(const clang::Stmt* statement);

/// The destruction of a `type` at `where`, or nothing if that does nothing.
std::optional<Operation> destruction_of(clang::QualType type, clang::SourceLocation where,
                                        const clang::VarDecl* variable = nullptr);

/// The function that `expression` is known to point to, or null.
const clang::FunctionDecl* function_behind(const clang::Expr* expression);

/// What a message calls `function`: "'Vec::push'", "'~Box'", "a lambda".
std::string name_of(const clang::FunctionDecl* function);

} // namespace keel::checker::effects
