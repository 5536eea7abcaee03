// SPDX-License-Identifier: GPL-2.0
#include "expressions.hpp"

#include "annotations.hpp"
#include "types.hpp"

namespace keel::checker::flow {

namespace {

/// Whether a cast only looks at the same object in another way.
bool keeps_object(const clang::CastExpr* cast)
{
    switch (cast->getCastKind()) {
    case clang::CK_NoOp:
    case clang::CK_DerivedToBase:
    case clang::CK_UncheckedDerivedToBase:
    case clang::CK_BaseToDerived:
    case clang::CK_Dynamic:
    case clang::CK_ConstructorConversion:
    case clang::CK_UserDefinedConversion:
    case clang::CK_LValueBitCast:
    case clang::CK_BitCast:
        return true;
    default:
        return false;
    }
}

/// Whether `function` is NAME in a namespace, with one parameter.
bool is_helper(const clang::FunctionDecl* function, llvm::StringRef name)
{
    return function && function->getIdentifier() && function->getName() == name && function->getNumParams() == 1 &&
           function->getDeclContext()->isNamespace();
}

bool passes_on(const clang::CallExpr* call)
{
    const clang::FunctionDecl* function = call->getDirectCallee();
    return call->getNumArgs() == 1 && (is_helper(function, "move") || is_helper(function, "forward"));
}

const clang::Expr* bare_once(const clang::Expr* expression)
{
    expression = expression->IgnoreParens();
    if (const auto* full = llvm::dyn_cast<clang::FullExpr>(expression))
        return full->getSubExpr();
    if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(expression))
        return bound->getSubExpr();
    if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(expression); cast && keeps_object(cast))
        return cast->getSubExpr();
    if (const auto* opaque = llvm::dyn_cast<clang::OpaqueValueExpr>(expression); opaque && opaque->getSourceExpr())
        return opaque->getSourceExpr();
    if (const auto* chosen = llvm::dyn_cast<clang::SubstNonTypeTemplateParmExpr>(expression))
        return chosen->getReplacement();
    if (const auto* argument = llvm::dyn_cast<clang::CXXDefaultArgExpr>(expression))
        return argument->getExpr();
    if (const auto* initial = llvm::dyn_cast<clang::CXXDefaultInitExpr>(expression); initial && initial->getExpr())
        return initial->getExpr();
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression); call && passes_on(call))
        return call->getArg(0);
    return expression;
}

const clang::FunctionProtoType* pointed_type(const clang::CallExpr* call)
{
    clang::QualType callee = call->getCallee()->getType();
    if (callee->isSpecificBuiltinType(clang::BuiltinType::BoundMember))
        callee = clang::Expr::findBoundMemberType(call->getCallee());
    if (callee.isNull())
        return nullptr;
    if (!callee->getPointeeType().isNull())
        callee = callee->getPointeeType();
    return callee->getAs<clang::FunctionProtoType>();
}

Call of_call(const clang::CallExpr* expression)
{
    Call call {.expression = expression, .function = expression->getDirectCallee()};
    call.type = call.function ? call.function->getType()->getAs<clang::FunctionProtoType>() : pointed_type(expression);
    unsigned first = 0;
    if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(expression)) {
        call.object = member->getImplicitObjectArgument();
    } else if (llvm::isa<clang::CXXOperatorCallExpr>(expression) && expression->getNumArgs() != 0) {
        const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(call.function);
        if (method && method->isImplicitObjectMemberFunction()) {
            call.object = expression->getArg(0);
            first = 1;
        } else if (method && method->isStatic()) {
            first = 1;
        }
    }
    for (unsigned i = first; i < expression->getNumArgs(); i++)
        call.arguments.push_back(expression->getArg(i));
    return call;
}

} // namespace

const clang::Expr* bare(const clang::Expr* expression)
{
    while (true) {
        const clang::Expr* inner = bare_once(expression);
        if (inner == expression)
            return expression;
        expression = inner;
    }
}

const clang::Expr* moved_operand(const clang::Expr* expression)
{
    if (const auto* call = llvm::dyn_cast_or_null<clang::CallExpr>(expression))
        return passes_on(call) && call->isXValue() ? call->getArg(0) : nullptr;
    if (const auto* cast = llvm::dyn_cast_or_null<clang::ExplicitCastExpr>(expression))
        return cast->isXValue() && cast->getSubExpr()->isLValue() ? cast->getSubExpr() : nullptr;
    return nullptr;
}

const clang::VarDecl* named_variable(const clang::DeclRefExpr* name)
{
    if (const auto* binding = llvm::dyn_cast<clang::BindingDecl>(name->getDecl()))
        return llvm::dyn_cast_or_null<clang::VarDecl>(binding->getDecomposedDecl());
    return llvm::dyn_cast<clang::VarDecl>(name->getDecl());
}

const clang::CXXMethodDecl* Call::method() const { return llvm::dyn_cast_or_null<clang::CXXMethodDecl>(function); }

const clang::CXXConstructorDecl* Call::constructor() const
{
    return llvm::dyn_cast_or_null<clang::CXXConstructorDecl>(function);
}

clang::QualType Call::parameter(size_t index) const
{
    if (function && index < function->getNumParams())
        return function->getParamDecl(static_cast<unsigned>(index))->getType();
    if (!function && type && index < type->getNumParams())
        return type->getParamType(static_cast<unsigned>(index));
    return arguments[index]->getType();
}

bool Call::is_bound(size_t index) const
{
    return function && is_lifetime_bound(function, static_cast<unsigned>(index));
}

bool Call::is_bound_to_object() const { return object && function && is_lifetime_bound_to_this(function); }

bool Call::is_bound_to_anything() const
{
    for (size_t i = 0; i < arguments.size(); i++)
        if (is_bound(i))
            return true;
    return is_bound_to_object();
}

bool Call::may_change_object() const
{
    if (!object)
        return false;
    return method() ? !method()->isConst() && !method()->isStatic() : type && !type->isConst();
}

clang::QualType Call::object_type() const
{
    const clang::QualType type = object->getType();
    return type->isPointerType() ? type->getPointeeType() : type;
}

Access Call::access() const
{
    const auto* used = llvm::dyn_cast<clang::CXXOperatorCallExpr>(expression);
    if (!used || !object || !arguments.empty())
        return Access::None;
    if (used->getOperator() != clang::OO_Star && used->getOperator() != clang::OO_Arrow)
        return Access::None;
    const clang::CXXRecordDecl* record = record_of(object_type());
    if (is_annotated(record, "owner"))
        return Access::Owned;
    if (is_annotated(record, "view"))
        return record->hasTrivialDestructor() ? Access::Borrowed : Access::Guarded;
    return Access::None;
}

std::optional<Call> call_of(const clang::Expr* expression)
{
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression))
        return of_call(call);
    if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(expression)) {
        Call call {.expression = construction, .function = construction->getConstructor()};
        for (const clang::Expr* argument : construction->arguments())
            call.arguments.push_back(argument);
        return call;
    }
    return std::nullopt;
}

std::optional<Assignment> assignment_of(const clang::Stmt* statement)
{
    if (const auto* built_in = llvm::dyn_cast<clang::BinaryOperator>(statement))
        if (built_in->getOpcode() == clang::BO_Assign)
            return Assignment {built_in->getLHS(), built_in->getRHS()};
    if (const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(statement))
        if (call->getOperator() == clang::OO_Equal && call->getNumArgs() == 2)
            return Assignment {call->getArg(0), call->getArg(1)};
    return std::nullopt;
}

bool is_mutable_borrow(clang::QualType type)
{
    const clang::QualType referent = type->getPointeeType();
    return referent.isNull() || !referent.isConstQualified();
}

} // namespace keel::checker::flow
