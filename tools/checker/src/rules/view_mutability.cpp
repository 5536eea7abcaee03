// SPDX-License-Identifier: GPL-2.0
// keel-view-mutability: what is reached through a const view is const, too. C++ stops at the view; but others may look
// at the same object through another const reference to it.
#include "annotations.hpp"
#include "arguments.hpp"
#include "const_path.hpp"
#include "expressions.hpp"
#include "rules.hpp"
#include "types.hpp"

namespace keel::checker {

namespace {

/// Visits what changes an object, or lends it so that it can be changed.
class ViewMutability : public ArgumentVisitor<ViewMutability> {
    using Base = ArgumentVisitor<ViewMutability>;

public:
    using Base::ArgumentVisitor;

    bool TraverseFunctionDecl(clang::FunctionDecl* function) override
    {
        return inside(function, [&] { return Base::TraverseFunctionDecl(function); });
    }
    bool TraverseCXXMethodDecl(clang::CXXMethodDecl* method) override
    {
        return inside(method, [&] { return Base::TraverseCXXMethodDecl(method); });
    }
    bool TraverseLambdaExpr(clang::LambdaExpr* closure) override
    {
        return inside(closure->getCallOperator(), [&] { return Base::TraverseLambdaExpr(closure); });
    }

    bool VisitBinaryOperator(clang::BinaryOperator* operation) override
    {
        if (operation->isAssignmentOp())
            change(operation->getLHS());
        return true;
    }

    bool VisitUnaryOperator(clang::UnaryOperator* operation) override
    {
        if (operation->isIncrementDecrementOp())
            change(operation->getSubExpr());
        return true;
    }

    bool VisitCallExpr(clang::CallExpr* call) override
    {
        const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(call->getDirectCallee());
        const clang::Expr* object = object_of(call);
        // What gives access without a change is judged by what is done with its result.
        if (method && object && !method->isConst() && !is_annotated(method, "stable"))
            change(object);
        return Base::VisitCallExpr(call);
    }

    void check(const clang::ParmVarDecl* parameter, const clang::Expr* argument)
    {
        // A view is copied by what is then judged as a view, and move and forward by what is done with it.
        const auto* function = llvm::dyn_cast<clang::FunctionDecl>(parameter->getDeclContext());
        const auto* constructor = llvm::dyn_cast_or_null<clang::CXXConstructorDecl>(function);
        if (!function || (constructor && constructor->isCopyOrMoveConstructor()))
            return;
        lend(parameter->getType(), argument);
    }

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        if (!llvm::isa<clang::ParmVarDecl>(variable) && !variable->isInvalidDecl() && variable->getInit())
            lend(variable->getType(), variable->getInit());
        return true;
    }

    bool VisitReturnStmt(clang::ReturnStmt* statement) override
    {
        if (statement->getRetValue() && !result_.isNull() && !result_->isUndeducedType())
            lend(result_, statement->getRetValue());
        return true;
    }

    bool VisitInitListExpr(clang::InitListExpr* list) override
    {
        const clang::CXXRecordDecl* record = record_of(list->getType());
        if (!record || !record->isAggregate() || record->isUnion() || record->getNumBases() != 0)
            return true;
        unsigned i = 0;
        for (const clang::FieldDecl* field : record->fields())
            if (!field->isUnnamedBitField() && i < list->getNumInits())
                lend(field->getType(), list->getInit(i++));
        return true;
    }

    bool VisitCXXConstructorDecl(clang::CXXConstructorDecl* constructor) override
    {
        for (const clang::CXXCtorInitializer* part : constructor->inits())
            if (part->isWritten() && part->isAnyMemberInitializer() && part->getAnyMember())
                lend(part->getAnyMember()->getType(), part->getInit());
        return true;
    }

    bool VisitCXXForRangeStmt(clang::CXXForRangeStmt* loop) override
    {
        if (loop->getLoopVariable() && types_.is_mutable_borrow(loop->getLoopVariable()->getType()))
            report(paths_.mutable_elements(loop->getRangeInit()), loop->getRangeInit());
        return true;
    }

private:
    /// Calls `traverse` with `function` as the one that return statements are of.
    template <class Traverse> bool inside(const clang::FunctionDecl* function, const Traverse& traverse)
    {
        const clang::QualType around = result_;
        result_ = function ? function->getReturnType() : clang::QualType();
        const bool go_on = traverse();
        result_ = around;
        return go_on;
    }

    void change(const clang::Expr* place)
    {
        if (place && !place->isInstantiationDependent())
            report(paths_.mutable_place(place), place);
    }

    /// `value` becomes a reference or view of `type`.
    void lend(clang::QualType type, const clang::Expr* value)
    {
        if (!value || value->isInstantiationDependent() || !types_.is_mutable_borrow(type))
            return;
        report(type->isReferenceType() ? paths_.mutable_place(value) : paths_.mutable_value(value), value);
    }

    static clang::QualType shown_type(const clang::Expr* view)
    {
        const clang::QualType type = bare(view)->getType();
        return (type->isPointerType() ? type->getPointeeType() : type).getUnqualifiedType();
    }

    void report(const clang::Expr* view, const clang::Expr* use)
    {
        if (!view || !applies(use->getBeginLoc()))
            return;
        context_
            .error(use->getBeginLoc(), "view-mutability",
                   "this changes an object, or lets it be changed, through a const view of type " +
                       quoted(context_, shown_type(view)))
            .note(view->getBeginLoc(), "this view is const: take it by value or as a mutable reference, or make the "
                                       "member function that uses it not const");
    }

    Types types_ {context_};
    ConstPaths paths_ {types_};
    clang::QualType result_;
};

} // namespace

void check_view_mutability(Context& context) { ViewMutability(context).run(); }

} // namespace keel::checker
