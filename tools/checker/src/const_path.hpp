// SPDX-License-Identifier: GPL-2.0
// Mutable access that leads through a const reference to a view.
#pragma once

#include "types.hpp"

namespace keel::checker {

class ConstPaths {
public:
    explicit ConstPaths(Types& types) : types_ {types} {}

    /// The const view through which `place`, an lvalue that is not const, is reached; or null.
    const clang::Expr* mutable_place(const clang::Expr* place);

    /// The const view of which `value`, a borrow, gives a mutable copy; or null.
    const clang::Expr* mutable_value(const clang::Expr* value);

    /// The const view through which the elements of `range` are reached; or null.
    const clang::Expr* mutable_elements(const clang::Expr* range);

private:
    const clang::Expr* through_member(const clang::MemberExpr* member);
    const clang::Expr* through_call(const clang::CallExpr* call);
    const clang::Expr* through_object(const clang::Expr* object);
    bool is_const_view(const clang::Expr* object);
    bool is_shared_const(const clang::Expr* object);

    Types& types_;
};

} // namespace keel::checker
