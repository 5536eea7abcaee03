// SPDX-License-Identifier: GPL-2.0
// Calls, as pairs of a parameter and what is passed for it.
#pragma once

#include "visitor.hpp"

namespace keel::checker {

/// Calls `visit(parameter, argument)` for each argument of `call` that a parameter is declared for.
template <class Visit> void each_argument(const clang::CallExpr* call, const Visit& visit)
{
    const clang::FunctionDecl* function = call->getDirectCallee();
    if (!function)
        return;
    // An operator that is a member has its object as first argument.
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    const bool has_object =
        llvm::isa<clang::CXXOperatorCallExpr>(call) && method && method->isImplicitObjectMemberFunction();
    for (unsigned i = has_object; i < call->getNumArgs() && i - has_object < function->getNumParams(); i++)
        visit(function->getParamDecl(i - has_object), call->getArg(i));
}

template <class Visit> void each_argument(const clang::CXXConstructExpr* built, const Visit& visit)
{
    const clang::CXXConstructorDecl* constructor = built->getConstructor();
    for (unsigned i = 0; constructor && i < built->getNumArgs() && i < constructor->getNumParams(); i++)
        visit(constructor->getParamDecl(i), built->getArg(i));
}

/// Visits every argument of every call that a driver makes. A rule derives and has
/// `void check(const clang::ParmVarDecl*, const clang::Expr*)`.
template <class Rule> class ArgumentVisitor : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitCallExpr(clang::CallExpr* call) override { return look(call); }
    bool VisitCXXConstructExpr(clang::CXXConstructExpr* built) override { return look(built); }

private:
    template <class Call> bool look(const Call* call)
    {
        if (call->isInstantiationDependent())
            return true;
        each_argument(call, [this](const clang::ParmVarDecl* parameter, const clang::Expr* argument) {
            if (parameter && argument && this->applies(argument->getBeginLoc()))
                static_cast<Rule*>(this)->check(parameter, argument);
        });
        return true;
    }
};

} // namespace keel::checker
