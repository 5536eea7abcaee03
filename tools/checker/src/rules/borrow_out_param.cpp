// SPDX-License-Identifier: GPL-2.0
// keel-borrow-out-param: borrows come out of a function as its result, which says what they borrow from.
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class BorrowOutParam : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
        // What a closure stores is seen where it is written.
        if (function->isInvalidDecl() || function->isImplicit() || function->isDependentContext() ||
            (method && method->getParent()->isLambda()) ||
            (function->isDefined() && !function->isThisDeclarationADefinition()))
            return true;
        for (const clang::ParmVarDecl* parameter : function->parameters())
            if (parameter && applies(parameter->getLocation()))
                check(function, parameter);
        return true;
    }

private:
    void check(const clang::FunctionDecl* function, const clang::ParmVarDecl* parameter)
    {
        const clang::QualType type = parameter->getType();
        if (!type->isLValueReferenceType() && !type->isPointerType())
            return;
        const clang::QualType object = type->getPointeeType();
        if (object.isConstQualified() || !types_.is_borrow(object) || !can_be_reseated(object) ||
            !has_lender(function, parameter))
            return;
        context_
            .error(parameter->getLocation(), "borrow-out-param",
                   "parameter '" + parameter->getName() + "' can store a borrow, " + quoted(context_, object) +
                       ", that outlives what it shows")
            .note(parameter->getLocation(), "return the borrow, with KEEL_LIFETIME_BOUND on what it borrows from; or "
                                            "pass a view by value");
    }

    /// Whether there is anything else that `out` could be made to borrow from. (What is stored in fact: flow/.)
    bool has_lender(const clang::FunctionDecl* function, const clang::ParmVarDecl* out)
    {
        std::vector<clang::QualType> wanted;
        types_.each_referent(out->getType()->getPointeeType(), [&](clang::QualType type) { wanted.push_back(type); });
        if (wanted.empty())
            return true;
        const auto lends = [&](clang::QualType lender) {
            return llvm::any_of(wanted, [&](clang::QualType type) {
                // A view that changes what it shows is not made of one that only shows it.
                if (lender.isConstQualified() && !type.isConstQualified())
                    return false;
                return context_.ast().hasSameUnqualifiedType(lender, type) || types_.owns(lender, type);
            });
        };
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
        bool found =
            method && method->isImplicitObjectMemberFunction() && lends(method->getFunctionObjectParameterType());
        for (const clang::ParmVarDecl* other : function->parameters())
            if (other != out)
                types_.each_referent(other->getType(), [&](clang::QualType type) { found = found || lends(type); });
        return found;
    }

    /// Whether an object of `type`, reached by a mutable reference, can be made to borrow something else.
    bool can_be_reseated(clang::QualType type)
    {
        if (type->isReferenceType())
            return false;
        const clang::CXXRecordDecl* record = record_of(context_.ast().getBaseElementType(type));
        if (!record)
            return true;
        if (is_assignable(record) || llvm::any_of(record->methods(), [this](const clang::CXXMethodDecl* method) {
                return takes_borrow(method);
            }))
            return true;
        return context_.is_driver(record->getLocation()) &&
               llvm::any_of(record->fields(), [this](const clang::FieldDecl* field) {
                   return types_.is_borrow(field->getType()) && can_be_reseated(field->getType());
               });
    }

    static bool is_assignable(const clang::CXXRecordDecl* record)
    {
        const bool declared = llvm::any_of(record->methods(), [](const clang::CXXMethodDecl* method) {
            return (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator()) && !method->isDeleted();
        });
        return declared || (record->needsImplicitCopyAssignment() && record->hasSimpleCopyAssignment()) ||
               (record->needsImplicitMoveAssignment() && record->hasSimpleMoveAssignment());
    }

    /// Whether `method` could keep a borrow that it is given in its object.
    bool takes_borrow(const clang::CXXMethodDecl* method)
    {
        if (method->isStatic() || method->isConst() || method->isDeleted() ||
            llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(method) ||
            method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())
            return false;
        return llvm::any_of(method->parameters(), [this](const clang::ParmVarDecl* parameter) {
            return parameter && types_.is_borrow(parameter->getType());
        });
    }

    Types types_ {context_};
};

} // namespace

void check_borrow_out_param(Context& context) { BorrowOutParam(context).run(); }

} // namespace keel::checker
