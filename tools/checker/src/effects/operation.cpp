// SPDX-License-Identifier: GPL-2.0
#include "operation.hpp"

namespace keel::checker::effects {

namespace {

clang::SourceLocation place_of(const clang::Expr* expression)
{
    const clang::SourceLocation where = expression->getExprLoc();
    return where.isValid() ? where : expression->getBeginLoc();
}

/// Whether the compiler runs `function`, or is it.
bool is_compilers(const clang::FunctionDecl* function)
{
    return function->isConsteval() || function->getBuiltinID() != 0;
}

std::optional<Operation> construction(const clang::Expr* expression, const clang::CXXConstructorDecl* constructor)
{
    if (!constructor || constructor->isTrivial() || is_compilers(constructor))
        return std::nullopt;
    return Operation {Operation::Kind::Call, place_of(expression), constructor, expression};
}

/// Whether which function `call` runs is known only at run time.
bool is_dispatched(const clang::CallExpr* call, const clang::CXXMethodDecl* method)
{
    const auto* member = llvm::dyn_cast<clang::MemberExpr>(call->getCallee()->IgnoreParenImpCasts());
    if (!method->isVirtual() || !member || member->hasQualifier())
        return false;
    return !method->getDevirtualizedMethod(member->getBase(), /*IsAppleKext=*/false);
}

std::optional<Operation> call(const clang::CallExpr* expression)
{
    if (llvm::isa<clang::CXXPseudoDestructorExpr>(expression->getCallee()->IgnoreParens()))
        return std::nullopt;
    const clang::FunctionDecl* callee = expression->getDirectCallee();
    if (!callee)
        callee = function_behind(expression->getCallee());
    if (!callee)
        return Operation {Operation::Kind::Indirect, place_of(expression), nullptr, expression};
    if (is_compilers(callee))
        return std::nullopt;
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee);
    if (method && method->isTrivial())
        return std::nullopt;
    const bool dispatched = method && is_dispatched(expression, method);
    return Operation {dispatched ? Operation::Kind::Virtual : Operation::Kind::Call, place_of(expression), callee,
                      expression};
}

} // namespace

const clang::Expr* Operation::argument(unsigned index) const
{
    if (const auto* made = llvm::dyn_cast_or_null<clang::CXXConstructExpr>(expression))
        return index < made->getNumArgs() ? made->getArg(index) : nullptr;
    const auto* called = llvm::dyn_cast_or_null<clang::CallExpr>(expression);
    if (!called)
        return nullptr;
    // a + b with a member operator+ : the object is the first argument.
    const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(function);
    if (llvm::isa<clang::CXXOperatorCallExpr>(called) && method && method->isInstance())
        index++;
    return index < called->getNumArgs() ? called->getArg(index) : nullptr;
}

std::optional<Operation> operation_of(const clang::Stmt* statement)
{
    if (const auto* expression = llvm::dyn_cast<clang::CallExpr>(statement))
        return call(expression);
    if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(statement))
        return construction(made, made->getConstructor());
    if (const auto* made = llvm::dyn_cast<clang::CXXInheritedCtorInitExpr>(statement))
        return construction(made, made->getConstructor());
    if (const auto* made = llvm::dyn_cast<clang::CXXNewExpr>(statement))
        if (const clang::FunctionDecl* allocate = made->getOperatorNew(); allocate && !is_compilers(allocate))
            return Operation {Operation::Kind::Call, place_of(made), allocate, made};
    if (const auto* freed = llvm::dyn_cast<clang::CXXDeleteExpr>(statement))
        if (const clang::FunctionDecl* release = freed->getOperatorDelete(); release && !is_compilers(release))
            return Operation {Operation::Kind::Call, place_of(freed), release, freed};
    return std::nullopt;
}

std::optional<Operation> destruction_of(clang::QualType type, clang::SourceLocation where,
                                        const clang::VarDecl* variable)
{
    if (type.isNull() || type->isReferenceType())
        return std::nullopt;
    const clang::CXXRecordDecl* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition() || record->hasTrivialDestructor() || !record->getDestructor())
        return std::nullopt;
    return Operation {Operation::Kind::Destruction, where, record->getDestructor(), nullptr, variable};
}

const clang::FunctionDecl* function_behind(const clang::Expr* expression)
{
    // A constant pointer may be made from another one, but not without end: that would be one made from itself.
    for (int steps = 0; expression && steps < 8; steps++) {
        expression = expression->IgnoreParenImpCasts();
        // object.*function, where the function is a template argument.
        if (const auto* member = llvm::dyn_cast<clang::BinaryOperator>(expression); member && member->isPtrMemOp())
            expression = member->getRHS()->IgnoreParenImpCasts();
        if (const auto* address = llvm::dyn_cast<clang::UnaryOperator>(expression))
            expression = address->getSubExpr()->IgnoreParenImpCasts();
        const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(expression);
        if (!reference)
            return nullptr;
        if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl()))
            return function;
        const auto* variable = llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
        if (!variable || llvm::isa<clang::ParmVarDecl>(variable))
            return nullptr;
        if (!variable->getType().isConstQualified() && !variable->getType()->isReferenceType())
            return nullptr;
        expression = variable->getAnyInitializer();
    }
    return nullptr;
}

std::string name_of(const clang::FunctionDecl* function)
{
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    if (!method)
        return "'" + function->getNameAsString() + "'";
    const std::string owner = method->getParent()->getNameAsString();
    if (method->getParent()->isLambda())
        return llvm::isa<clang::CXXDestructorDecl>(method) ? "the destruction of a lambda" : "a lambda";
    if (llvm::isa<clang::CXXDestructorDecl>(method))
        return "'~" + owner + "'";
    if (llvm::isa<clang::CXXConstructorDecl>(method))
        return "the constructor of '" + owner + "'";
    return "'" + owner + "::" + method->getNameAsString() + "'";
}

} // namespace keel::checker::effects
