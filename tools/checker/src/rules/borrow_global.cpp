// SPDX-License-Identifier: GPL-2.0
// keel-borrow-global: what lives as long as the module borrows only from what is constant.
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class BorrowGlobal : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        if (!variable->hasGlobalStorage() || variable->isInvalidDecl() || !applies(variable->getLocation()))
            return true;
        const clang::QualType type = variable->getType();
        // A declaration without definition is judged where it is defined.
        if (!types_.is_borrow(type) || !variable->isThisDeclarationADefinition(context_.ast()) || is_constant(variable))
            return true;
        context_
            .error(variable->getLocation(), "borrow-global",
                   "global '" + variable->getName() + "' keeps a borrow, " + quoted(context_, type))
            .note(variable->getLocation(),
                  "own what it shows, behind a lock if it changes; if it shows constants only, make it constexpr");
        return true;
    }

private:
    /// Whether it is made at compile time, so that all it points to is static, and stays as it is.
    bool is_constant(const clang::VarDecl* variable) const
    {
        const clang::QualType type = variable->getType();
        const clang::Expr* initial = variable->getInit();
        if (!initial || initial->isValueDependent() || !variable->hasConstantInitialization())
            return false;
        if (type->isReferenceType())
            return true;
        const clang::CXXRecordDecl* record = record_of(context_.ast().getBaseElementType(type));
        return type.isConstant(context_.ast()) && !(record && record->hasMutableFields());
    }

    Types types_ {context_};
};

} // namespace

void check_borrow_global(Context& context) { BorrowGlobal(context).run(); }

} // namespace keel::checker
