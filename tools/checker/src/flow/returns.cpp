// SPDX-License-Identifier: GPL-2.0
// What a function returns: keel-dangling if it ends with the function, keel-return-unbound if its signature does not
// say that it is borrowed.
#include "analysis.hpp"

#include "annotations.hpp"

namespace keel::checker::flow {

void Analysis::returned(const clang::ReturnStmt* statement)
{
    const clang::Expr* value = statement->getRetValue();
    const clang::QualType type = function_->getReturnType();
    if (!value || !types_.is_borrow(type) || !speaks(statement->getReturnLoc()))
        return;
    for (const Loan& loan : borrows_.bound(type, value))
        returned_loan(loan, statement->getReturnLoc());
}

bool Analysis::may_return_this(const Loan& loan) const
{
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function_);
    if (!method || method->getParent()->isLambda() || is_lifetime_bound_to_this(function_))
        return true;
    const clang::QualType own = context_.ast().getCanonicalTagType(method->getParent());
    if (loan.place.is_behind_borrow() && types_.is_borrow(own))
        return true;
    // a = b is a.
    const clang::QualType result = function_->getReturnType();
    return function_->isOverloadedOperator() && result->isReferenceType() &&
           context_.ast().hasSameUnqualifiedType(result->getPointeeType(), own);
}

void Analysis::returned_loan(const Loan& loan, clang::SourceLocation at)
{
    const Place& place = loan.place;
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function_);
    const bool in_closure = method && method->getParent()->isLambda();
    const bool is_behind = place.is_behind_borrow();
    if (place.is_this()) {
        if (!may_return_this(loan))
            context_.error(at, "return-unbound", "returns a borrow of *this, which is not KEEL_LIFETIME_BOUND")
                .note(function_->getLocation(), "write KEEL_LIFETIME_BOUND after the parameters and const");
        return;
    }
    const clang::VarDecl* variable = place.variable;
    if (variable && borrows_.is_captured(variable))
        return;
    const bool ends_here = place.temporary || borrows_.owns_storage(variable);
    if (ends_here && !is_behind) {
        context_
            .error(at, "dangling",
                   place.temporary ? "returns a borrow of a temporary, which ends with this statement"
                                   : "returns a borrow of '" + variable->getName() + "', which ends with this function")
            .note(context_.is_driver(loan.at) ? loan.at : at,
                  "borrowed here: return the object itself, or take it from the caller");
        return;
    }
    const auto* parameter = llvm::dyn_cast_or_null<clang::ParmVarDecl>(variable);
    if (!parameter || (!in_closure && is_lifetime_bound(function_, parameter->getFunctionScopeIndex())))
        return;
    context_
        .error(at, "return-unbound",
               in_closure ? "a closure returns a borrow of its parameter '" + parameter->getName() + "'"
                          : "returns a borrow of '" + parameter->getName() + "', which is not KEEL_LIFETIME_BOUND")
        .note(parameter->getLocation(), in_closure ? "whoever calls the closure may end it: return a copy"
                                                   : "write KEEL_LIFETIME_BOUND after the parameter's name");
}

} // namespace keel::checker::flow
