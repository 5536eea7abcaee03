// SPDX-License-Identifier: GPL-2.0
#include "uses.hpp"

#include "annotations.hpp"
#include "captures.hpp"

namespace keel::checker::flow {

namespace {

/// Whether `expression` is the hidden end of a range, which is only compared with.
bool is_end_of_range(const clang::Expr* expression)
{
    const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(bare(expression));
    return name && name->getDecl()->isImplicit() && name->getDecl()->getName().starts_with("__end");
}

/// Whether `call` is `++x` or `--x` of a class.
bool is_step(const Call& call)
{
    const auto* used = llvm::dyn_cast<clang::CXXOperatorCallExpr>(call.expression);
    return used && (used->getOperator() == clang::OO_PlusPlus || used->getOperator() == clang::OO_MinusMinus);
}

} // namespace

Uses::Uses(Types& types, const Borrows& borrows, const clang::FunctionDecl* function)
    : types_ {types}, borrows_ {borrows}, function_ {function}
{
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function))
        for (const clang::CXXCtorInitializer* initializer : constructor->inits())
            visit(initializer->getInit(), {Use::Change});
    visit(function->getBody(), {Use::Read});
    propagate();
}

Use Uses::of(const clang::VarDecl* holder) const
{
    const auto known = known_.find(holder);
    return known == known_.end() ? Use::None : known->second;
}

bool Uses::changes(const clang::DeclRefExpr* name) const
{
    const auto known = names_.find(name);
    if (known == names_.end())
        return true;
    const Fate& fate = known->second;
    return (fate.lent_to ? of(fate.lent_to) : fate.use) == Use::Change;
}

void Uses::propagate()
{
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [holder, borrowers] : lent_)
            for (const clang::VarDecl* borrower : borrowers)
                if (of(borrower) > of(holder)) {
                    known_[holder] = of(borrower);
                    changed = true;
                }
    }
}

/// A const view still shows what can be changed: what its const means is for view-mutability to say.
bool Uses::is_read_only(clang::QualType type) const
{
    return type->isPointerType() ? type->getPointeeType().isConstQualified()
                                 : type.isConstQualified() && !types_.is_borrow(type);
}

Uses::Fate Uses::handed_on(clang::QualType type) const
{
    return {types_.is_mutable_borrow(type) ? Use::Change : Use::Read};
}

void Uses::visit(const clang::Stmt* statement, Fate fate)
{
    if (!statement)
        return;
    if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement))
        return visit_expression(expression, is_read_only(expression->getType()) ? Fate {Use::Read} : fate);
    if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(statement)) {
        for (const clang::Decl* declared : declarations->decls())
            if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declared))
                visit_variable(variable);
        return;
    }
    if (const auto* result = llvm::dyn_cast<clang::ReturnStmt>(statement))
        return visit(result->getRetValue(), handed_on(function_->getReturnType()));
    for (const clang::Stmt* child : statement->children())
        visit(child, {Use::Read});
}

void Uses::visit_variable(const clang::VarDecl* variable)
{
    const bool is_holder = borrows_.is_holder(variable);
    visit(variable->getInit(), {Use::Read, is_holder ? variable : nullptr});
}

void Uses::visit_expression(const clang::Expr* expression, Fate fate)
{
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(expression))
        return visit_name(name, fate);
    if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(expression))
        return visit_cast(cast, fate);
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return visit_unary(unary, fate);
    if (const auto* assignment = llvm::dyn_cast<clang::BinaryOperator>(expression))
        return visit_binary(assignment, fate);
    if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(expression))
        return visit_lambda(lambda);
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression)) {
        visit(element->getBase(), fate);
        return visit(element->getIdx(), {Use::Read});
    }
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(expression)) {
        visit(choice->getCond(), {Use::Read});
        visit(choice->getTrueExpr(), fate);
        return visit(choice->getFalseExpr(), fate);
    }
    if (const auto* block = llvm::dyn_cast<clang::StmtExpr>(expression)) {
        for (const clang::Stmt* child : block->getSubStmt()->body())
            visit(child, child == block->getSubStmt()->body_back() ? fate : Fate {Use::Read});
        return;
    }
    if (const std::optional<Call> call = call_of(expression))
        return visit_call(*call, fate);
    const clang::Expr* inner = bare(expression);
    if (inner != expression)
        return visit(inner, fate);
    // A field, a temporary, a list: its parts share its fate.
    for (const clang::Stmt* child : expression->children())
        visit(child, fate);
}

void Uses::visit_name(const clang::DeclRefExpr* name, Fate fate)
{
    const clang::VarDecl* variable = named_variable(name);
    if (!borrows_.is_holder(variable))
        return;
    if (fate.lent_to && fate.lent_to != variable)
        lent_[variable].insert(fate.lent_to);
    if (fate.lent_to)
        fate.use = Use::None;
    names_.insert_or_assign(name, fate);
    known_[variable] = std::max(of(variable), fate.use);
}

void Uses::visit_cast(const clang::CastExpr* cast, Fate fate)
{
    const bool is_loaded = cast->getCastKind() == clang::CK_LValueToRValue;
    const bool ends = cast->getCastKind() == clang::CK_PointerToBoolean || cast->getCastKind() == clang::CK_ToVoid;
    // Who loads a number has read it; who loads a pointer may go on.
    if ((is_loaded && !cast->getType()->isPointerType()) || ends)
        fate = {Use::Read};
    visit(cast->getSubExpr(), fate);
}

void Uses::visit_unary(const clang::UnaryOperator* operation, Fate fate)
{
    if (operation->isIncrementDecrementOp())
        return visit_target(operation->getSubExpr());
    const bool leads_on = operation->getOpcode() == clang::UO_Deref || operation->getOpcode() == clang::UO_AddrOf ||
                          operation->getOpcode() == clang::UO_Extension;
    visit(operation->getSubExpr(), leads_on ? fate : Fate {Use::Read});
}

void Uses::visit_binary(const clang::BinaryOperator* operation, Fate fate)
{
    const clang::Expr* left = operation->getLHS();
    const clang::Expr* right = operation->getRHS();
    if (operation->isAssignmentOp()) {
        visit_target(left);
        visit(right, handed_on(left->getType()));
    } else if (operation->isComparisonOp()) {
        visit(left, {Use::None});
        visit(right, {Use::None});
    } else if (operation->isCommaOp()) {
        visit(left, {Use::Read});
        visit(right, fate);
    } else {
        visit(left, fate);
        visit(right, fate);
    }
}

/// A variable that is made to borrow something else changes nothing that it borrowed.
void Uses::visit_target(const clang::Expr* target)
{
    const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(bare(target));
    const bool is_reseated =
        name && !name->getDecl()->getType()->isReferenceType() && borrows_.is_holder(named_variable(name));
    visit(target, {is_reseated ? Use::None : Use::Change});
}

void Uses::visit_call(const Call& call, Fate fate)
{
    if (const auto* plain = llvm::dyn_cast<clang::CallExpr>(call.expression);
        plain && (moved_operand(plain) || bare(plain) != plain))
        return visit(plain->getArg(0), fate);
    if (const auto assignment = assignment_of(call.expression)) {
        visit_target(assignment->target);
        return visit(assignment->value, handed_on(assignment->target->getType()));
    }
    if (call.object)
        visit_object(call, fate);
    else if (!call.function && llvm::isa<clang::CallExpr>(call.expression))
        visit(llvm::cast<clang::CallExpr>(call.expression)->getCallee(), {Use::Read});
    const bool is_view = call.constructor() && types_.is_borrow(call.expression->getType());
    for (size_t i = 0; i < call.arguments.size(); i++)
        visit(call.arguments[i], is_end_of_range(call.arguments[i]) ? Fate {Use::None}
                                 : is_view                          ? fate
                                                                    : handed_on(call.parameter(i)));
}

void Uses::visit_object(const Call& call, Fate fate)
{
    const clang::CXXRecordDecl* record = record_of(call.object_type());
    if (record && record->isLambda())
        return visit(call.object, {Use::Change});
    // An iterator goes on to the next element, which changes none.
    if (is_step(call) && types_.is_view(call.object_type()))
        return visit(call.object, {Use::None});
    const bool leads_on = call.function && types_.is_mutable_borrow(call.function->getReturnType());
    // What is done to an Option of a view is not done to what that shows.
    const bool is_owner = record && types_.is_borrow(call.object_type()) && !types_.is_view(call.object_type()) &&
                          !borrows_.is_driver_function(call.function);
    if (is_owner)
        return visit(call.object, leads_on ? fate : Fate {Use::Read});
    const bool only_leads = !call.may_change_object() ? types_.is_borrow(call.object_type().getUnqualifiedType())
                                                      : is_annotated(call.function, "stable");
    if (call.access() != Access::None || (leads_on && only_leads))
        return visit(call.object, fate);
    const bool changes = call.may_change_object() && !is_annotated(call.function, "stable");
    visit(call.object, {changes ? Use::Change : Use::Read});
}

void Uses::visit_lambda(const clang::LambdaExpr* lambda)
{
    for (const CapturedUse& use : captured_uses(lambda)) {
        const auto* variable = llvm::dyn_cast_or_null<clang::VarDecl>(use.variable);
        if (borrows_.is_holder(variable))
            known_[variable] = std::max(of(variable), use.is_mutable ? Use::Change : Use::Read);
    }
    for (const clang::Expr* initial : lambda->capture_inits())
        if (initial)
            visit(initial, initial->isGLValue() ? Fate {Use::Read} : handed_on(initial->getType()));
}

} // namespace keel::checker::flow
