// SPDX-License-Identifier: GPL-2.0
// Memory that nobody vouches for: what raw pointers, array indices and unions lead to.
#include "unsafe/operation.hpp"

namespace keel::checker {

namespace {

constexpr const char* no_pointer = "a reference, Span, Box or Option<T&> says what it refers to";

/// Whether `type` is a pointer to something in memory.
bool is_raw_pointer(clang::QualType type)
{
    return !type.isNull() && type->isPointerType() && !type->isFunctionPointerType();
}

/// Whether `pointer` is `this`, or what a -> of the library gives: it vouches for what is there.
bool is_vouched_for(const Context& context, const clang::Expr* pointer)
{
    pointer = pointer->IgnoreParenImpCasts();
    if (llvm::isa<clang::CXXThisExpr>(pointer))
        return true;
    const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(pointer);
    const clang::FunctionDecl* callee =
        call && call->getOperator() == clang::OO_Arrow ? call->getDirectCallee() : nullptr;
    return callee && context.trust().origin(callee->getLocation()) == Origin::Library;
}

std::optional<UnsafeOperation> of_unary(const Context& context, const clang::UnaryOperator* expression)
{
    const clang::Expr* operand = expression->getSubExpr();
    if (expression->getOpcode() == clang::UO_Deref && is_raw_pointer(operand->getType()) &&
        !is_vouched_for(context, operand))
        return UnsafeOperation {expression->getOperatorLoc(), "dereferencing a raw pointer", no_pointer};
    if (expression->isIncrementDecrementOp() && is_raw_pointer(operand->getType()))
        return UnsafeOperation {expression->getOperatorLoc(), "pointer arithmetic", "a Span knows how much there is"};
    return {};
}

std::optional<UnsafeOperation> of_binary(const clang::BinaryOperator* expression)
{
    if (expression->isPtrMemOp())
        return UnsafeOperation {expression->getOperatorLoc(), "access through a pointer to member",
                                "it can be null: take a reference to the member, or a callable"};
    const bool adds = expression->isAdditiveOp() || expression->getOpcode() == clang::BO_AddAssign ||
                      expression->getOpcode() == clang::BO_SubAssign;
    if (adds && (is_raw_pointer(expression->getLHS()->getType()) || is_raw_pointer(expression->getRHS()->getType())))
        return UnsafeOperation {expression->getOperatorLoc(), "pointer arithmetic", "a Span knows how much there is"};
    return {};
}

/// Whether the index is a constant, and inside an array whose size is known.
bool is_inside(const Context& context, const clang::ArraySubscriptExpr* expression)
{
    const clang::Expr* base = expression->getBase()->IgnoreParenImpCasts();
    const auto* array = context.ast().getAsConstantArrayType(base->getType());
    clang::Expr::EvalResult index;
    return array && !expression->getIdx()->isValueDependent() &&
           expression->getIdx()->EvaluateAsInt(index, context.ast()) && !index.Val.getInt().isNegative() &&
           index.Val.getInt().getExtValue() < array->getSize().getSExtValue();
}

std::optional<UnsafeOperation> of_subscript(const Context& context, const clang::ArraySubscriptExpr* expression)
{
    if (expression->isTypeDependent() || expression->getIdx()->isTypeDependent() || is_inside(context, expression))
        return {};
    return UnsafeOperation {expression->getBeginLoc(), "an unchecked subscript", "Array and Span check their index"};
}

std::optional<UnsafeOperation> of_member(const Context& context, const clang::MemberExpr* expression)
{
    if (expression->isArrow() && is_raw_pointer(expression->getBase()->getType()) &&
        !is_vouched_for(context, expression->getBase()))
        return UnsafeOperation {expression->getMemberLoc(), "dereferencing a raw pointer", no_pointer};
    const auto* field = llvm::dyn_cast_or_null<clang::FieldDecl>(expression->getMemberDecl());
    if (field && field->getParent()->isUnion() && !field->isAnonymousStructOrUnion())
        return UnsafeOperation {expression->getMemberLoc(), "access to a member of a union",
                                "Option and Result know what they hold"};
    return {};
}

/// `for (x : r)` dereferences what begin() of `r` returns, and goes on until it equals what end() does.
std::optional<UnsafeOperation> of_range(const Context& context, const clang::CXXForRangeStmt* loop)
{
    const clang::DeclStmt* begin = loop->getBeginStmt();
    const auto* variable = begin ? llvm::dyn_cast_or_null<clang::VarDecl>(begin->getSingleDecl()) : nullptr;
    if (!variable || !is_raw_pointer(variable->getType()) || !variable->getInit())
        return {};
    const auto* call = llvm::dyn_cast<clang::CallExpr>(variable->getInit()->IgnoreParenImpCasts());
    const clang::FunctionDecl* callee = call ? call->getDirectCallee() : nullptr;
    if (!callee || context.trust().origin(callee->getLocation()) != Origin::Driver)
        return {}; // an array, or a container of the library
    return UnsafeOperation {loop->getForLoc(), "a loop over raw pointers", "give begin() and end() of a Span"};
}

} // namespace

std::optional<UnsafeOperation> unsafe_access(const Context& context, const clang::Stmt* statement)
{
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(statement))
        return of_unary(context, unary);
    if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(statement))
        return of_binary(binary);
    if (const auto* subscript = llvm::dyn_cast<clang::ArraySubscriptExpr>(statement))
        return of_subscript(context, subscript);
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(statement))
        return of_member(context, member);
    if (const auto* loop = llvm::dyn_cast<clang::CXXForRangeStmt>(statement))
        return of_range(context, loop);
    return {};
}

} // namespace keel::checker
