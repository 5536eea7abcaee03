// SPDX-License-Identifier: GPL-2.0
// keel-pinned: no object keeps a borrow of itself. Moving it, or changing what it owns, would leave the borrow behind.
#include "annotations.hpp"
#include "arguments.hpp"
#include "expressions.hpp"
#include "rules.hpp"
#include "types.hpp"

namespace keel::checker {

namespace {

/// The object that a place is a part of: a variable, or the one that a member function is called on.
struct Root {
    const clang::ValueDecl* variable = nullptr;
    bool is_this = false;

    bool operator==(const Root&) const = default;
    explicit operator bool() const { return variable || is_this; }
};

/// Whether what an expression borrows is part of an object.
class Lending {
public:
    Lending(Types& types, Root root) : types_ {types}, root_ {root} {}

    /// Whether the place `expression`, or what it was reached through, is in the object.
    bool place(const clang::Expr* expression)
    {
        expression = bare(expression);
        if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression))
            return from_call(call);
        if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression))
            return place(element->getBase());
        const Root found = root_of(expression);
        return found && found == root_;
    }

    /// Whether the borrow `expression` is of something in the object, and not a copy of a borrow that is in it.
    bool value(const clang::Expr* expression)
    {
        expression = bare(expression);
        if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expression))
            return from_call(call);
        if (const auto* built = llvm::dyn_cast<clang::CXXConstructExpr>(expression))
            return from_arguments(built, [](const clang::ParmVarDecl*) { return true; });
        if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(expression))
            return llvm::any_of(list->inits(), [this](const clang::Expr* part) {
                return part->isGLValue() ? place(part) : value(part);
            });
        if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(expression))
            return value(choice->getTrueExpr()) || value(choice->getFalseExpr());
        if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(expression))
            return operation->getOpcode() == clang::UO_AddrOf && place(operation->getSubExpr());
        if (llvm::isa<clang::CXXThisExpr>(expression))
            return root_.is_this;
        return expression->getType()->isArrayType() && place(expression);
    }

    static Root root_of(const clang::Expr* expression)
    {
        expression = bare(expression);
        if (llvm::isa<clang::CXXThisExpr>(expression))
            return {nullptr, true};
        if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(expression))
            return {named->getDecl(), false};
        if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(expression))
            return operation->getOpcode() == clang::UO_Deref ? root_of_this(operation->getSubExpr()) : Root();
        if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression)) {
            if (member->getMemberDecl()->getType()->isReferenceType())
                return {};
            return member->isArrow() ? root_of_this(member->getBase()) : root_of(member->getBase());
        }
        return {};
    }

private:
    static Root root_of_this(const clang::Expr* pointer)
    {
        return llvm::isa<clang::CXXThisExpr>(bare(pointer)) ? Root {nullptr, true} : Root();
    }

    bool from_call(const clang::CallExpr* call)
    {
        const clang::FunctionDecl* function = call->getDirectCallee();
        if (!function || !types_.is_borrow(function->getReturnType()))
            return false;
        const clang::Expr* object = object_of(call);
        if (object && is_lifetime_bound_to_this(function) && !types_.is_view(object->getType()) && place(object))
            return true;
        return from_arguments(call, [function](const clang::ParmVarDecl* parameter) {
            return is_lifetime_bound(function, parameter->getFunctionScopeIndex());
        });
    }

    template <class Call, class Counts> bool from_arguments(const Call* call, const Counts& counts)
    {
        bool found = false;
        each_argument(call, [&](const clang::ParmVarDecl* parameter, const clang::Expr* argument) {
            if (found || !counts(parameter))
                return;
            const clang::QualType type = parameter->getType();
            const bool refers = type->isReferenceType() && !types_.is_borrow(type->getPointeeType());
            found = refers ? place(argument) : value(argument);
        });
        return found;
    }

    Types& types_;
    Root root_;
};

class Pinned : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitCXXConstructorDecl(clang::CXXConstructorDecl* constructor) override
    {
        for (const clang::CXXCtorInitializer* part : constructor->inits())
            if (part->isAnyMemberInitializer() && part->getAnyMember() && part->isWritten())
                check_initial(part->getAnyMember(), part->getInit());
        return true;
    }

    bool VisitFieldDecl(clang::FieldDecl* field) override
    {
        if (field->hasInClassInitializer())
            check_initial(field, field->getInClassInitializer());
        return true;
    }

    bool VisitBinaryOperator(clang::BinaryOperator* operation) override
    {
        if (operation->getOpcode() == clang::BO_Assign)
            check_assignment(operation->getLHS(), operation->getRHS());
        return true;
    }

    bool VisitCXXOperatorCallExpr(clang::CXXOperatorCallExpr* call) override
    {
        if (call->getOperator() == clang::OO_Equal && call->getNumArgs() == 2)
            check_assignment(call->getArg(0), call->getArg(1));
        return true;
    }

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        const clang::Expr* initial = variable->getInit();
        if (!initial || llvm::isa<clang::ParmVarDecl>(variable) || !record_of(variable->getType()) ||
            !types_.is_borrow(variable->getType()) || initial->isInstantiationDependent())
            return true;
        const auto* list = llvm::dyn_cast<clang::InitListExpr>(bare(initial));
        for (const clang::Expr* part : list ? list->inits() : llvm::ArrayRef<clang::Expr*>())
            if (Lending(types_, {variable, false}).value(part))
                report(part->getBeginLoc());
        return true;
    }

private:
    void check_initial(const clang::FieldDecl* field, const clang::Expr* initial)
    {
        if (!initial || initial->isInstantiationDependent() || !types_.is_borrow(field->getType()))
            return;
        Lending lending(types_, {nullptr, true});
        if (field->getType()->isReferenceType() ? lending.place(initial) : lending.value(initial))
            report(initial->getBeginLoc());
    }

    void check_assignment(const clang::Expr* to, const clang::Expr* from)
    {
        if (to->isInstantiationDependent() || from->isInstantiationDependent() || !types_.is_borrow(to->getType()))
            return;
        // A variable on its own is no object with a borrow of itself.
        const Root root = Lending::root_of(to);
        if (root && llvm::isa<clang::MemberExpr>(bare(to)) && Lending(types_, root).value(from))
            report(from->getBeginLoc());
    }

    void report(clang::SourceLocation location)
    {
        if (applies(location))
            context_
                .error(location, "pinned", "the object keeps a borrow of itself, which stays behind when it is moved")
                .note(location, "keep an index or a length, and make the view where it is used");
    }

    Types types_ {context_};
};

} // namespace

void check_pinned(Context& context) { Pinned(context).run(); }

} // namespace keel::checker
