// SPDX-License-Identifier: GPL-2.0
#include "expressions.hpp"

#include "annotations.hpp"

namespace keel::checker {

namespace {

/// What is inside of one layer around an expression, or null.
const clang::Expr* inside(const clang::Expr* expression)
{
    if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(expression))
        return cast->getSubExpr();
    if (const auto* cast = llvm::dyn_cast<clang::CXXStaticCastExpr>(expression))
        return cast->getSubExpr();
    if (const auto* cast = llvm::dyn_cast<clang::CXXFunctionalCastExpr>(expression))
        return cast->getSubExpr();
    if (const auto* full = llvm::dyn_cast<clang::FullExpr>(expression))
        return full->getSubExpr();
    if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(expression))
        return temporary->getSubExpr();
    if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(expression))
        return bound->getSubExpr();
    if (const auto* list = llvm::dyn_cast<clang::CXXStdInitializerListExpr>(expression))
        return list->getSubExpr();
    if (const auto* given = llvm::dyn_cast<clang::CXXDefaultArgExpr>(expression))
        return given->getExpr();
    return nullptr;
}

} // namespace

const clang::Expr* bare(const clang::Expr* expression)
{
    if (!expression)
        return nullptr;
    expression = expression->IgnoreParens();
    while (const clang::Expr* next = inside(expression))
        expression = next->IgnoreParens();
    return expression;
}

const clang::Expr* object_of(const clang::CallExpr* call)
{
    if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(call))
        return member->getImplicitObjectArgument();
    const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(call->getDirectCallee());
    if (llvm::isa<clang::CXXOperatorCallExpr>(call) && method && method->isImplicitObjectMemberFunction())
        return call->getNumArgs() != 0 ? call->getArg(0) : nullptr;
    return nullptr;
}

bool borrows_from_parameters(const clang::FunctionDecl* function)
{
    if (is_lifetime_bound_to_this(function))
        return true;
    for (unsigned i = 0; i < function->getNumParams(); i++)
        if (is_lifetime_bound(function, i))
            return true;
    return false;
}

} // namespace keel::checker
