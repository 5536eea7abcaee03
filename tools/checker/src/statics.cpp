// SPDX-License-Identifier: GPL-2.0
#include "statics.hpp"

#include "annotations.hpp"
#include "arguments.hpp"
#include "expressions.hpp"

namespace keel::checker {

namespace {

bool has_static_storage(const clang::VarDecl* variable)
{
    return variable->hasGlobalStorage() && variable->getTLSKind() == clang::VarDecl::TLS_None;
}

/// Guards against initialisers that lead to each other.
class Depth {
public:
    explicit Depth(unsigned& depth) : depth_ {depth} { depth_++; }
    Depth(const Depth&) = delete;
    ~Depth() { depth_--; }

    bool is_too_deep() const { return depth_ > 64; }

private:
    unsigned& depth_;
};

} // namespace

bool Statics::is_constant(const clang::Expr* expression) const
{
    // A constant expression points to nothing but static storage: a rule of the language.
    clang::Expr::EvalResult result;
    return !expression->isValueDependent() && !expression->isTypeDependent() && !expression->getType()->isVoidType() &&
           expression->EvaluateAsConstantExpr(result, context_.ast()) && !result.HasSideEffects;
}

bool Statics::is_static_value(const clang::Expr* expression)
{
    const Depth depth(depth_);
    if (!expression || depth.is_too_deep())
        return false;
    if (!types_.is_borrow(expression->getType()) || is_constant(expression))
        return true;
    expression = bare(expression);
    if (const auto* built = llvm::dyn_cast<clang::CXXConstructExpr>(expression))
        return is_static_construction(built);
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression))
        return is_static_call(call);
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(expression))
        return is_static_variable_value(named->getDecl());
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression))
        return is_static_place(member);
    if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(expression))
        return is_static_value(choice->getTrueExpr()) && is_static_value(choice->getFalseExpr());
    if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(expression))
        return llvm::all_of(list->inits(), [this](const clang::Expr* part) { return is_static_value(part); });
    if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return operation->getOpcode() == clang::UO_AddrOf && is_static_place(operation->getSubExpr());
    return expression->isLValue() && expression->getType()->isArrayType() && is_static_place(expression);
}

bool Statics::is_static_place(const clang::Expr* expression)
{
    const Depth depth(depth_);
    if (!expression || depth.is_too_deep())
        return false;
    if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(expression->IgnoreParenImpCasts()))
        return temporary->getStorageDuration() == clang::SD_Static;
    expression = bare(expression);
    if (llvm::isa<clang::StringLiteral>(expression))
        return true;
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(expression))
        return is_static_variable(named->getDecl());
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression))
        return member->isArrow() ? is_static_value(member->getBase()) : is_static_place(member->getBase());
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression)) {
        const clang::Expr* array = element->getBase()->IgnoreParenImpCasts();
        return array->getType()->isArrayType() ? is_static_place(array) : is_static_value(array);
    }
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression))
        return is_static_call(call);
    if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(expression))
        return is_static_place(choice->getTrueExpr()) && is_static_place(choice->getFalseExpr());
    if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return operation->getOpcode() == clang::UO_Deref && is_static_value(operation->getSubExpr());
    return false;
}

bool Statics::is_static_variable_value(const clang::ValueDecl* declaration)
{
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
    if (!variable)
        return llvm::isa<clang::FunctionDecl>(declaration);
    // What a global keeps is static, or the global itself is refused: borrow-global.
    if (has_static_storage(variable))
        return true;
    const clang::QualType type = variable->getType();
    return (type.isConstQualified() || type->isReferenceType()) && !llvm::isa<clang::ParmVarDecl>(variable) &&
           is_static_value(variable->getInit());
}

bool Statics::is_static_variable(const clang::ValueDecl* declaration)
{
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
    if (!variable)
        return llvm::isa<clang::FunctionDecl, clang::TemplateParamObjectDecl>(declaration);
    if (has_static_storage(variable))
        return true;
    return variable->getType()->isReferenceType() && !llvm::isa<clang::ParmVarDecl>(variable) &&
           is_static_place(variable->getInit());
}

bool Statics::is_static_argument(const clang::ParmVarDecl* parameter, const clang::Expr* argument)
{
    const clang::QualType type = parameter->getType();
    if (!type->isReferenceType())
        return is_static_value(argument);
    // The library copies the views that it is passed.
    const bool copied = types_.is_view(type.getNonReferenceType()) && !context_.is_driver(parameter->getLocation());
    return copied ? is_static_value(argument) : is_static_place(argument);
}

bool Statics::is_static_construction(const clang::CXXConstructExpr* built)
{
    const clang::CXXConstructorDecl* constructor = built->getConstructor();
    if (constructor && constructor->isCopyOrMoveConstructor() && built->getNumArgs() != 0)
        return is_static_value(built->getArg(0));
    bool all = true;
    each_argument(built, [&](const clang::ParmVarDecl* parameter, const clang::Expr* argument) {
        all = all && is_static_argument(parameter, argument);
    });
    return all;
}

bool Statics::is_static_object(const clang::Expr* object)
{
    if (!object)
        return false;
    const clang::QualType type = object->getType();
    if (type->isPointerType())
        return is_static_value(object);
    return types_.is_view(type) ? is_static_value(object) : is_static_place(object);
}

bool Statics::is_static_call(const clang::CallExpr* call)
{
    const clang::FunctionDecl* function = call->getDirectCallee();
    if (!function)
        return false;
    const bool nothing_bound = !borrows_from_parameters(function);
    bool all = true;
    if (const clang::Expr* object = object_of(call))
        if (nothing_bound || is_lifetime_bound_to_this(function) || types_.is_view(object->getType()))
            all = is_static_object(object);
    each_argument(call, [&](const clang::ParmVarDecl* parameter, const clang::Expr* argument) {
        const bool counts = nothing_bound ? types_.is_borrow(parameter->getType())
                                          : is_lifetime_bound(function, parameter->getFunctionScopeIndex());
        all = all && (!counts || is_static_argument(parameter, argument));
    });
    return all;
}

} // namespace keel::checker
