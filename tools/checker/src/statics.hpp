// SPDX-License-Identifier: GPL-2.0
// Borrows of what lives as long as the module: literals, constants, globals.
#pragma once

#include "types.hpp"

namespace keel::checker {

class Statics {
public:
    Statics(const Context& context, Types& types) : context_ {context}, types_ {types} {}

    /// Whether all that the value of `expression` borrows lives as long as the module.
    bool is_static_value(const clang::Expr* expression);

    /// Whether the object that `expression` names lives as long as the module.
    bool is_static_place(const clang::Expr* expression);

private:
    bool is_constant(const clang::Expr* expression) const;
    bool is_static_variable_value(const clang::ValueDecl* declaration);
    bool is_static_variable(const clang::ValueDecl* declaration);
    bool is_static_argument(const clang::ParmVarDecl* parameter, const clang::Expr* argument);
    bool is_static_construction(const clang::CXXConstructExpr* built);
    bool is_static_call(const clang::CallExpr* call);
    bool is_static_object(const clang::Expr* object);

    const Context& context_;
    Types& types_;
    unsigned depth_ = 0;
};

} // namespace keel::checker
