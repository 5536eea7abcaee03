// SPDX-License-Identifier: GPL-2.0
// What a call does to its operands; keel-exclusive-args: one operand is changed while another borrows from it.
#include "analysis.hpp"

#include "annotations.hpp"

namespace keel::checker::flow {

namespace {

bool is_closure(clang::QualType type)
{
    const clang::CXXRecordDecl* record = record_of(type.getNonReferenceType());
    return record && record->isLambda();
}

bool any_mutable(const Loans& loans)
{
    return llvm::any_of(loans, [](const Loan& loan) { return loan.is_mutable; });
}

/// Whether two plain values are different fields or elements of one object; nothing is lost if they are not in the end.
bool may_be_apart(const Loans& one, const Loans& other)
{
    return llvm::any_of(one, [&](const Loan& a) {
        return llvm::any_of(other, [&](const Loan& b) { return are_apart(a.place, b.place, true); });
    });
}

/// What is moved into a parameter that takes a value, or null.
const clang::Expr* moved_into(clang::QualType parameter, const clang::Expr* argument)
{
    if (parameter->isReferenceType())
        return nullptr;
    while (argument) {
        argument = argument->IgnoreParenImpCasts();
        if (const clang::Expr* moved = moved_operand(argument))
            return moved;
        if (const auto* full = llvm::dyn_cast<clang::FullExpr>(argument))
            argument = full->getSubExpr();
        else if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(argument))
            argument = bound->getSubExpr();
        else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(argument); made && made->getNumArgs() == 1)
            argument = made->getArg(0);
        else
            return nullptr;
    }
    return nullptr;
}

/// Calls `visit` for `statement` and all expressions in it that are evaluated with it.
template <class Visit> void each_inside(const clang::Stmt* statement, const Visit& visit)
{
    if (!statement || llvm::isa<clang::LambdaExpr>(statement))
        return;
    if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement))
        visit(expression);
    for (const clang::Stmt* child : statement->children())
        each_inside(child, visit);
}

} // namespace

Analysis::Operand Analysis::object_operand(const Call& call) const
{
    const clang::Expr* object = call.object;
    const clang::QualType type = call.object_type();
    Operand operand {.expression = object, .type = type};
    if (is_closure(type)) {
        operand.loans = borrows_.copied(object, true);
        operand.changes = any_mutable(operand.loans);
        operand.type = {};
        if (const std::optional<Place> own = borrows_.place(object))
            operand.loans.insert({*own, false, object->getExprLoc()});
    } else if (is_annotated(record_of(type), "editor") && call.access() == Access::None) {
        // What it changes is what it borrows; what borrows from it itself looks there, too.
        const bool changes = call.may_change_object() && !is_annotated(call.function, "stable");
        operand.loans = object->isGLValue() ? borrows_.copied(object, true) : borrows_.value(object, true);
        operand.changes = changes;
        operand.type = {};
        if (const std::optional<Place> own = borrows_.place(object))
            operand.loans.insert({*own, changes, object->getExprLoc()});
    } else if (types_.is_view(type) && call.access() == Access::None) {
        operand.loans = object->isGLValue() ? borrows_.copied(object, false) : borrows_.value(object, false);
    } else {
        const bool changes = call.may_change_object();
        const bool leads_on = call.access() != Access::None || is_annotated(call.function, "stable");
        operand.is_read = !leads_on && !changes;
        operand.is_written = !leads_on && changes;
        operand.loans = object->isGLValue() ? borrows_.denoted(object, changes) : borrows_.value(object, changes);
        operand.changes =
            changes && call.access() == Access::None && !is_annotated(call.function, "stable") && !types_.is_flat(type);
    }
    return operand;
}

Analysis::Operand Analysis::argument_operand(const Call& call, size_t index) const
{
    const clang::Expr* argument = call.arguments[index];
    const clang::QualType type = call.parameter(index);
    Operand operand {.expression = argument, .type = type.getNonReferenceType()};
    if (is_closure(type)) {
        operand.loans = argument->isGLValue() ? borrows_.copied(argument, true) : borrows_.value(argument, true);
        operand.changes = any_mutable(operand.loans);
        operand.type = {};
        return operand;
    }
    if (type->isReferenceType() || types_.is_borrow(type))
        operand.loans = borrows_.bound(type, argument);
    const clang::QualType referent = type->getPointeeType();
    if (!referent.isNull() && !referent.isConstQualified() && !referent->isFunctionType()) {
        operand.type = referent;
        operand.changes = !types_.is_flat(referent);
    }
    operand.is_written = types_.is_mutable_borrow(type);
    operand.is_read = !operand.is_written;
    if (const clang::Expr* moved = moved_into(type, argument))
        if (const std::optional<Place> place = borrows_.place(moved)) {
            operand.loans.insert({*place, true, argument->getExprLoc()});
            operand.is_consumed = true;
        }
    return operand;
}

std::vector<Analysis::Operand> Analysis::operands(const Call& call) const
{
    std::vector<Operand> all;
    if (call.object)
        all.push_back(object_operand(call));
    for (size_t i = 0; i < call.arguments.size(); i++)
        all.push_back(argument_operand(call, i));
    return all;
}

void Analysis::call(const Call& call)
{
    if (call.constructor() && call.constructor()->isCopyOrMoveConstructor()) {
        if (call.constructor()->isCopyConstructor() && !types_.is_borrow(call.expression->getType()))
            read(call.arguments.front());
        return;
    }
    const std::vector<Operand> all = operands(call);
    std::vector<Effect>& effects = effects_[call.expression];
    effects.clear();
    for (const Operand& operand : all)
        if (operand.changes)
            effects.push_back({operand.loans, operand.type});
    check_evaluation(call, all);
    check_operands(call, all);
    for (const Operand& operand : all)
        if (operand.changes)
            change({.target = operand.loans,
                    .object = operand.type,
                    .at = call.expression->getExprLoc(),
                    .verb = "changed"});
    for (const Operand& operand : all)
        if (operand.is_read || operand.is_written)
            access({.target = operand.loans,
                    .through = operand.expression,
                    .at = call.expression->getExprLoc(),
                    .is_write = operand.is_written,
                    .verb = operand.is_written ? "changed" : "used"});
    if (call.object && is_annotated(call.function, "consumes"))
        move(call.expression, bare(call.object));
    capture(call);
}

void Analysis::check_operands(const Call& call, const std::vector<Operand>& operands)
{
    if (!speaks(call.expression->getExprLoc()))
        return;
    for (const Operand& changed : operands) {
        const bool is_plain = !changed.changes && !changed.is_consumed;
        if (is_plain && !changed.is_written)
            continue;
        for (const Operand& other : operands) {
            if (&other == &changed || (is_plain && may_be_apart(changed.loans, other.loans)))
                continue;
            for (const Loan& loan : borrows_.closure(other.loans)) {
                const auto hit = llvm::find_if(changed.loans, [&](const Loan& target) {
                    return target.is_mutable && overlap(target.place, loan.place);
                });
                if (hit == changed.loans.end())
                    continue;
                const bool is_later = other.expression->getExprLoc() < changed.expression->getExprLoc();
                context_
                    .error((is_later ? changed : other).expression->getExprLoc(), "exclusive-args",
                           describe(hit->place) + (changed.is_consumed ? " is moved into" : " is changed by") +
                               " this call while another operand of it borrows from it")
                    .note(changed.expression->getExprLoc(), changed.is_consumed ? "moved here" : "changed here")
                    .note(other.expression->getExprLoc(),
                          "borrowed here: pass a copy, or do this in a statement of its own");
                return;
            }
        }
    }
}

void Analysis::check_evaluation(const Call& call, const std::vector<Operand>& operands)
{
    if (!speaks(call.expression->getExprLoc()))
        return;
    for (const Operand& evaluated : operands) {
        // The object of a method is evaluated before the arguments, arguments in any order.
        if (call.object && evaluated.expression == call.object)
            continue;
        each_inside(evaluated.expression, [&](const clang::Expr* inner) {
            const auto known = effects_.find(inner);
            if (known == effects_.end())
                return;
            for (const Effect& effect : known->second)
                for (const Operand& other : operands) {
                    if (other.expression == evaluated.expression || other.loans.empty())
                        continue;
                    if (!other.type.isNull() &&
                        !may_end(effect.object, other.expression->isGLValue()
                                                    ? context_.ast().getLValueReferenceType(other.type)
                                                    : other.type))
                        continue;
                    for (const Loan& loan : other.loans)
                        for (const Loan& target : effect.target)
                            if (target.is_mutable && overlap(target.place, loan.place))
                                context_
                                    .error(inner->getExprLoc(), "exclusive-args",
                                           describe(target.place) +
                                               " is changed while another operand of the call borrows from it")
                                    .note(other.expression->getExprLoc(),
                                          "borrowed here: compute the other operand first, in a variable");
                }
        });
    }
}

void Analysis::capture(const Call& call)
{
    const auto incoming = [&](const clang::Expr* receiver) {
        Loans all;
        for (size_t i = 0; i < call.arguments.size(); i++) {
            const clang::Expr* argument = call.arguments[i];
            if (argument == receiver)
                continue;
            if (types_.is_borrow(argument->getType()) && !is_closure(argument->getType()))
                add(all, argument->isGLValue() ? borrows_.copied(argument, true) : borrows_.value(argument, true));
            if (call.parameter(i)->isReferenceType() && argument->isGLValue() &&
                borrows_.is_driver_function(call.function))
                add(all, then(borrows_.denoted(argument, is_mutable_borrow(call.parameter(i))), {Step::Part}));
        }
        return all;
    };
    const clang::SourceLocation at = call.expression->getExprLoc();
    if (call.object && call.may_change_object() && !is_annotated(call.function, "stable") &&
        types_.is_borrow(call.object_type()) && !is_closure(call.object_type()))
        store(call.object, incoming(call.object), at, false);
    for (size_t i = 0; i < call.arguments.size(); i++) {
        const clang::QualType type = call.parameter(i);
        if (type->isLValueReferenceType() && is_mutable_borrow(type) && types_.is_borrow(type->getPointeeType()) &&
            !is_closure(type))
            store(call.arguments[i], incoming(call.arguments[i]), at, false);
    }
}

} // namespace keel::checker::flow
