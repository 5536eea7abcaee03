// SPDX-License-Identifier: GPL-2.0
// keel-return-unbound, for signatures: a function that returns a borrow says of which parameter.
// (That what it returns agrees with what it says: flow/.)
#include "expressions.hpp"
#include "rules.hpp"
#include "statics.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

/// The values that a function returns; those of closures in it are theirs.
class Returns : public clang::DynamicRecursiveASTVisitor {
public:
    bool TraverseLambdaExpr(clang::LambdaExpr*) override { return true; }
    bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) override { return true; }

    bool VisitReturnStmt(clang::ReturnStmt* statement) override
    {
        if (statement->getRetValue())
            values.push_back(statement->getRetValue());
        return true;
    }

    std::vector<const clang::Expr*> values;
};

class ReturnUnbound : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        if (is_exempt(function) || !applies(function->getLocation()) || !types_.is_borrow(function->getReturnType()) ||
            borrows_from_parameters(function))
            return true;
        const std::vector<const clang::ParmVarDecl*> lenders = borrowing_parameters(function);
        const bool has_object = lends_object(function);
        if ((lenders.empty() && !has_object) || returns_only_statics(function))
            return true;
        Finding finding = context_.error(function->getLocation(), "return-unbound",
                                         "returns a borrow, " + quoted(context_, function->getReturnType()) +
                                             ", and does not say of what");
        for (const clang::ParmVarDecl* parameter : lenders)
            finding.note(parameter->getLocation(), "if it borrows from '" + parameter->getName() + "', mark that: '" +
                                                       parameter->getName() + " KEEL_LIFETIME_BOUND'");
        if (has_object)
            finding.note(function->getLocation(), "if it borrows from the object, write KEEL_LIFETIME_BOUND after the "
                                                  "parameters and const");
        return true;
    }

private:
    /// Closures are judged by their body; a view passes on what it borrows; an assignment returns its object.
    bool is_exempt(const clang::FunctionDecl* function)
    {
        if (function->isInvalidDecl() || function->isImplicit() || function->isDefaulted() || function->isDeleted() ||
            function->isDependentContext() || function->getReturnType()->isUndeducedType() ||
            (function->isDefined() && !function->isThisDeclarationADefinition()))
            return true;
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
        if (!method)
            return false;
        return method->getParent()->isLambda() || is_modification(method->getOverloadedOperator()) ||
               types_.is_view(context_.ast().getCanonicalTagType(method->getParent()));
    }

    static bool is_modification(clang::OverloadedOperatorKind kind)
    {
        switch (kind) {
        case clang::OO_Equal:
        case clang::OO_PlusEqual:
        case clang::OO_MinusEqual:
        case clang::OO_StarEqual:
        case clang::OO_SlashEqual:
        case clang::OO_PercentEqual:
        case clang::OO_AmpEqual:
        case clang::OO_PipeEqual:
        case clang::OO_CaretEqual:
        case clang::OO_LessLessEqual:
        case clang::OO_GreaterGreaterEqual:
        case clang::OO_PlusPlus:
        case clang::OO_MinusMinus:
            return true;
        default:
            return false;
        }
    }

    std::vector<const clang::ParmVarDecl*> borrowing_parameters(const clang::FunctionDecl* function)
    {
        std::vector<const clang::ParmVarDecl*> found;
        for (const clang::ParmVarDecl* parameter : function->parameters())
            if (parameter && types_.is_borrow(parameter->getType()))
                found.push_back(parameter);
        return found;
    }

    static bool lends_object(const clang::FunctionDecl* function)
    {
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
        return method && method->isImplicitObjectMemberFunction();
    }

    bool returns_only_statics(const clang::FunctionDecl* function)
    {
        if (!function->doesThisDeclarationHaveABody())
            return false;
        Returns returns;
        returns.TraverseStmt(function->getBody());
        const bool is_place = function->getReturnType()->isReferenceType();
        return llvm::all_of(returns.values, [&](const clang::Expr* value) {
            return is_place ? statics_.is_static_place(value) : statics_.is_static_value(value);
        });
    }

    Types types_ {context_};
    Statics statics_ {context_, types_};
};

} // namespace

void check_return_unbound(Context& context) { ReturnUnbound(context).run(); }

} // namespace keel::checker
