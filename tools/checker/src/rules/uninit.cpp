// SPDX-License-Identifier: GPL-2.0
// keel-uninit: every variable and every member has a value from the start.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

/// Whether an object of `type` that is given no value has a part whose value nobody chose.
bool leaves_unset(const clang::ASTContext& ast, clang::QualType type)
{
    if (type.isNull() || type->isDependentType() || type->isReferenceType())
        return false;
    type = ast.getBaseElementType(type).getCanonicalType();
    if (type->isScalarType() || type->isVectorType())
        return true;
    const auto* record = type->getAsCXXRecordDecl();
    record = record ? record->getDefinition() : nullptr;
    // A union is read in UNSAFE only. A constructor that someone wrote is looked at where it is written.
    if (!record || record->isUnion() || record->isLambda() || record->hasUserProvidedDefaultConstructor())
        return false;
    const auto base_unset = [&](const clang::CXXBaseSpecifier& base) { return leaves_unset(ast, base.getType()); };
    const auto field_unset = [&](const clang::FieldDecl* field) {
        return !field->hasInClassInitializer() && !field->isUnnamedBitField() && leaves_unset(ast, field->getType());
    };
    return llvm::any_of(record->bases(), base_unset) || llvm::any_of(record->fields(), field_unset);
}

/// Whether the variable is written without a value: `T x;`.
bool has_no_value(const clang::VarDecl* variable)
{
    const clang::Expr* value = variable->getInit();
    if (!value)
        return true;
    const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(value->IgnoreImplicit());
    return made && made->getNumArgs() == 0 && !made->requiresZeroInitialization() && !made->isListInitialization() &&
           !llvm::isa<clang::CXXTemporaryObjectExpr>(made);
}

class Uninit : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        if (!variable->hasLocalStorage() || llvm::isa<clang::ParmVarDecl>(variable) || variable->isInvalidDecl() ||
            variable->isCXXForRangeDecl() || variable->isInitCapture() || !context_.is_driver(variable->getLocation()))
            return true;
        if (has_no_value(variable) && leaves_unset(context_.ast(), variable->getType()))
            context_.error(variable->getLocation(), "uninit", "'" + variable->getNameAsString() + "' has no value")
                .note(variable->getLocation(),
                      "give it one where it is declared: {} is zero; ?: or a lambda can choose");
        return true;
    }

    bool VisitCXXConstructorDecl(clang::CXXConstructorDecl* constructor) override
    {
        if (!constructor->isThisDeclarationADefinition() || !constructor->isUserProvided() ||
            constructor->isDependentContext() || constructor->isDelegatingConstructor() ||
            constructor->isInvalidDecl() || constructor->getParent()->isUnion() ||
            !context_.is_driver(constructor->getLocation()))
            return true;
        std::set<const clang::FieldDecl*> given;
        for (const clang::CXXCtorInitializer* initializer : constructor->inits())
            if (initializer->isWritten() && initializer->isAnyMemberInitializer())
                given.insert(initializer->getAnyMember());
        for (const clang::FieldDecl* field : constructor->getParent()->fields())
            if (!given.contains(field) && !field->hasInClassInitializer() && !field->isUnnamedBitField() &&
                leaves_unset(context_.ast(), field->getType()))
                context_
                    .error(constructor->getLocation(), "uninit",
                           "this constructor gives '" + field->getNameAsString() + "' no value")
                    .note(field->getLocation(), "give it one here, or among the constructor's initialisers");
        return true;
    }
};

} // namespace

void check_uninit(Context& context) { Uninit(context).run(); }

} // namespace keel::checker
