// SPDX-License-Identifier: GPL-2.0
// What the variables that borrow are used for: `auto& x = v[i]` may change v[i], but often x is only read.
#pragma once

#include "borrows.hpp"

namespace keel::checker::flow {

/// What is done through a borrow, in the order of how much it is.
enum class Use {
    /// It is not followed: only compared, as the end of a range.
    None,
    Read,
    Change,
};

class Uses {
public:
    Uses(Types& types, const Borrows& borrows, const clang::FunctionDecl* function);

    /// The most that is done anywhere in the function through what `holder` borrows.
    Use of(const clang::VarDecl* holder) const;

    /// Whether what is borrowed may be changed by what is done with `name`, or by who borrows from it there.
    bool changes(const clang::DeclRefExpr* name) const;

private:
    /// What is done with an expression: it is used, or a variable borrows from it and decides.
    struct Fate {
        Use use;
        const clang::VarDecl* lent_to = nullptr;
    };

    void visit(const clang::Stmt* statement, Fate fate);
    void visit_expression(const clang::Expr* expression, Fate fate);
    void visit_name(const clang::DeclRefExpr* name, Fate fate);
    void visit_cast(const clang::CastExpr* cast, Fate fate);
    void visit_unary(const clang::UnaryOperator* operation, Fate fate);
    void visit_binary(const clang::BinaryOperator* operation, Fate fate);
    void visit_call(const Call& call, Fate fate);
    void visit_object(const Call& call, Fate fate);
    void visit_lambda(const clang::LambdaExpr* lambda);
    void visit_variable(const clang::VarDecl* variable);
    void visit_target(const clang::Expr* target);
    void propagate();

    /// Whether nothing can be changed through a value or object of `type`.
    bool is_read_only(clang::QualType type) const;

    /// What becomes of a value of `type` that is handed on.
    Fate handed_on(clang::QualType type) const;

    Types& types_;
    const Borrows& borrows_;
    const clang::FunctionDecl* function_;
    std::map<const clang::VarDecl*, Use> known_;
    std::map<const clang::VarDecl*, std::set<const clang::VarDecl*>> lent_;
    std::map<const clang::DeclRefExpr*, Fate> names_;
};

} // namespace keel::checker::flow
