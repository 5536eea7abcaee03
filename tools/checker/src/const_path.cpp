// SPDX-License-Identifier: GPL-2.0
#include "const_path.hpp"

#include "annotations.hpp"
#include "arguments.hpp"
#include "expressions.hpp"

namespace keel::checker {

namespace {

/// The type of the object that `object` is, or points to, before the const that a call of a const function adds.
clang::QualType object_type(const clang::Expr* object)
{
    const clang::QualType type = bare(object)->getType();
    return type->isPointerType() ? type->getPointeeType() : type;
}

} // namespace

bool ConstPaths::is_const_view(const clang::Expr* object)
{
    const clang::QualType type = object_type(object);
    return type.isConstQualified() && types_.is_mutable_borrow(type) && is_shared_const(object);
}

/// Whether the const object is only const here: not a local variable of its own, nor a temporary.
bool ConstPaths::is_shared_const(const clang::Expr* object)
{
    object = bare(object);
    if (llvm::isa<clang::CXXThisExpr>(object))
        return true;
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(object)) {
        const auto* variable = llvm::dyn_cast<clang::VarDecl>(named->getDecl());
        return !variable || variable->getType()->isReferenceType() || variable->hasGlobalStorage();
    }
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(object))
        return member->getMemberDecl()->getType()->isReferenceType() || is_shared_const(member->getBase());
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(object))
        return is_shared_const(element->getBase());
    if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(object))
        return is_shared_const(operation->getSubExpr());
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(object)) {
        if (call->isPRValue())
            return false;
        const clang::Expr* lender = object_of(call);
        return !lender || is_shared_const(lender);
    }
    return false;
}

const clang::Expr* ConstPaths::mutable_value(const clang::Expr* value)
{
    const clang::Expr* whole = bare(value);
    if (const auto* built = llvm::dyn_cast<clang::CXXConstructExpr>(whole)) {
        const clang::CXXConstructorDecl* constructor = built->getConstructor();
        const bool copies = constructor && constructor->isCopyOrMoveConstructor() && built->getNumArgs() != 0;
        return copies ? mutable_value(built->getArg(0)) : nullptr; // other arguments are judged as such
    }
    if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(whole))
        return operation->getOpcode() == clang::UO_AddrOf ? mutable_place(operation->getSubExpr()) : nullptr;
    if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(whole)) {
        const clang::Expr* found = mutable_value(choice->getTrueExpr());
        return found ? found : mutable_value(choice->getFalseExpr());
    }
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(whole))
        return through_call(call);
    // Raw pointers are used inside UNSAFE.
    if (!whole->isGLValue() || !types_.is_view(whole->getType()))
        return nullptr;
    return is_const_view(whole) ? whole : mutable_place(whole);
}

const clang::Expr* ConstPaths::mutable_elements(const clang::Expr* range)
{
    range = bare(range);
    return range->getType().isConstQualified() || types_.is_view(range->getType()) ? through_object(range)
                                                                                   : mutable_place(range);
}

const clang::Expr* ConstPaths::mutable_place(const clang::Expr* place)
{
    place = bare(place);
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(place))
        return through_member(member);
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(place))
        return through_call(call);
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(place))
        return mutable_place(element->getBase());
    if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(place)) {
        const clang::Expr* found = mutable_place(choice->getTrueExpr());
        return found ? found : mutable_place(choice->getFalseExpr());
    }
    return nullptr;
}

const clang::Expr* ConstPaths::through_member(const clang::MemberExpr* member)
{
    const clang::Expr* base = member->getBase();
    const clang::QualType type = member->getMemberDecl()->getType();
    const bool leads_out = type->isReferenceType() && !type->getPointeeType().isConstQualified();
    if (leads_out && object_type(base).isConstQualified() && is_shared_const(base))
        return base;
    return llvm::isa<clang::CXXThisExpr>(bare(base)) ? nullptr : mutable_place(base);
}

const clang::Expr* ConstPaths::through_call(const clang::CallExpr* call)
{
    const clang::FunctionDecl* function = call->getDirectCallee();
    if (!function || !types_.is_mutable_borrow(function->getReturnType()))
        return nullptr;
    const clang::Expr* object = object_of(call);
    if (object && (types_.is_view(object_type(object)) || is_lifetime_bound_to_this(function)))
        if (const clang::Expr* found = through_object(object))
            return found;
    const clang::Expr* found = nullptr;
    each_argument(call, [&](const clang::ParmVarDecl* parameter, const clang::Expr* argument) {
        const clang::QualType type = parameter->getType();
        if (!found && type->isReferenceType() && !type->getPointeeType().isConstQualified() &&
            is_lifetime_bound(function, parameter->getFunctionScopeIndex()))
            found = mutable_place(argument);
    });
    return found;
}

const clang::Expr* ConstPaths::through_object(const clang::Expr* object)
{
    return is_const_view(object) ? object : mutable_place(object);
}

} // namespace keel::checker
