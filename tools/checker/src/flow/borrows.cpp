// SPDX-License-Identifier: GPL-2.0
#include "borrows.hpp"

#include "annotations.hpp"
#include "captures.hpp"
#include "parts.hpp"

namespace keel::checker::flow {

namespace {

Place extended(Place place, const std::vector<Step>& steps, size_t from)
{
    for (size_t i = from; i < steps.size(); i++)
        place = place.then(steps[i]);
    return place;
}

size_t first_borrow(const Place& place)
{
    for (size_t i = 0; i < place.steps.size(); i++)
        if (place.steps[i].kind == Step::Borrowed)
            return i;
    return place.steps.size();
}

Step step_of(Access access)
{
    return {access == Access::Owned ? Step::Owned : access == Access::Guarded ? Step::Guarded : Step::Borrowed};
}

/// The field that `member` names, or null.
const clang::FieldDecl* field_of(const clang::MemberExpr* member)
{
    return llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
}

} // namespace

Loans then(const Loans& loans, Step step)
{
    Loans result;
    for (const Loan& loan : loans)
        result.insert({loan.place.then(step), loan.is_mutable, loan.at});
    return result;
}

void add(Loans& loans, const Loans& more) { loans.insert(more.begin(), more.end()); }

// Variables.

bool Borrows::is_captured(const clang::VarDecl* variable) const
{
    const auto* around = llvm::dyn_cast<clang::FunctionDecl>(variable->getDeclContext());
    return variable->isInitCapture() || !around || around->getCanonicalDecl() != function_->getCanonicalDecl();
}

bool Borrows::owns_storage(const clang::VarDecl* variable) const
{
    if (is_captured(variable))
        return false;
    if (!variable->getType()->isReferenceType())
        return true;
    const clang::Expr* initial = variable->hasInit() ? bare(variable->getInit()) : nullptr;
    while (const auto* member = llvm::dyn_cast_or_null<clang::MemberExpr>(initial))
        initial = bare(member->getBase());
    const auto* temporary = llvm::dyn_cast_or_null<clang::MaterializeTemporaryExpr>(initial);
    return temporary && temporary->getExtendingDecl() == variable;
}

bool Borrows::is_holder(const clang::VarDecl* variable) const
{
    return variable && variable->hasLocalStorage() && types_.is_borrow(variable->getType());
}

Loans Borrows::held(const clang::VarDecl* variable) const
{
    if (const auto known = state_.held.find(variable); known != state_.held.end())
        return known->second;
    if (!is_captured(variable) && !llvm::isa<clang::ParmVarDecl>(variable))
        return {};
    const Place outside = place_of(variable).then({Step::Borrowed}).then({Step::Part});
    return {{outside, true, variable->getLocation()}};
}

Loans Borrows::contents(const Place& place) const
{
    if (place.temporary)
        return value(place.temporary->getSubExpr(), true);
    const bool is_outside =
        place.is_this() || is_captured(place.variable) || llvm::isa<clang::ParmVarDecl>(place.variable);
    if (place.is_this() || place.is_behind_borrow()) {
        if (!is_outside)
            return {};
        return {{place.then({Step::Borrowed}).then({Step::Part}), true, {}}};
    }
    // What a local reference refers to is found under its own name.
    if (!is_outside && !owns_storage(place.variable))
        return {};
    return held(place.variable);
}

Loans Borrows::resolve(const Place& place, bool is_mutable, clang::SourceLocation at) const
{
    Loans found;
    std::vector<Loan> todo {{place, is_mutable, at}};
    while (!todo.empty()) {
        const Loan loan = todo.back();
        todo.pop_back();
        if (!found.insert(loan).second)
            continue;
        const Place& here = loan.place;
        const size_t borrow = first_borrow(here);
        const bool is_alias =
            here.variable && here.variable->getType()->isReferenceType() && !owns_storage(here.variable);
        if (!is_alias && borrow == here.steps.size())
            continue;
        Loans targets;
        if (here.temporary)
            targets = value(here.temporary->getSubExpr(), is_mutable);
        else if (const auto known = state_.held.find(here.variable); here.variable && known != state_.held.end())
            targets = known->second;
        for (const Loan& target : targets)
            todo.push_back({extended(target.place, here.steps, is_alias ? 0 : borrow + 1),
                            loan.is_mutable && target.is_mutable, at});
    }
    return found;
}

Loans Borrows::closure(const Loans& loans) const
{
    Loans all;
    std::vector<Loan> todo(loans.begin(), loans.end());
    while (!todo.empty()) {
        const Loan loan = todo.back();
        todo.pop_back();
        if (!all.insert(loan).second || loan.place.is_behind_borrow() || loan.place.is_this())
            continue;
        if (loan.place.variable && (!is_holder(loan.place.variable) || !owns_storage(loan.place.variable)))
            continue;
        for (const Loan& inner : contents(loan.place))
            todo.push_back({inner.place, inner.is_mutable, loan.at});
    }
    return all;
}

bool Borrows::destructor_uses_borrow(clang::QualType type) const
{
    Seen seen;
    return destructor_uses_borrow(type, seen);
}

bool Borrows::destructor_uses_borrow(clang::QualType type, Seen& seen) const
{
    const clang::CXXRecordDecl* record = record_of(type);
    // A list owns more of its own kind: once is enough.
    if (!record || record->hasTrivialDestructor() || !seen.insert(record).second)
        return false;
    if (is_annotated(record, "view"))
        return true;
    const auto uses = [&](clang::QualType part) { return destructor_uses_borrow(part, seen); };
    if (!context_.is_driver(record->getLocation()))
        return any_argument(record, uses);
    const clang::CXXDestructorDecl* destructor = record->getDestructor();
    return (destructor && destructor->isUserProvided()) || any_part(record, uses);
}

// Places.

std::optional<Place> Borrows::place(const clang::Expr* expression) const
{
    expression = bare(expression);
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(expression)) {
        const clang::VarDecl* variable = named_variable(name);
        if (!variable || variable->hasGlobalStorage())
            return std::nullopt;
        if (const auto* binding = llvm::dyn_cast<clang::BindingDecl>(name->getDecl()))
            return binding->getBinding() ? place(binding->getBinding()) : std::nullopt;
        return place_of(variable);
    }
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression))
        return member_place(member);
    if (const auto* dereferenced = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return dereferenced->getOpcode() == clang::UO_Deref ? pointed_place(dereferenced->getSubExpr()) : std::nullopt;
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression)) {
        const std::optional<Place> array = pointed_place(element->getBase());
        return array ? std::optional(array->then(element_step(element->getIdx()))) : std::nullopt;
    }
    if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(expression)) {
        if (const auto* keeper = llvm::dyn_cast_or_null<clang::VarDecl>(temporary->getExtendingDecl()))
            return keeper->hasLocalStorage() ? std::optional(place_of(keeper)) : std::nullopt;
        return temporary->getStorageDuration() == clang::SD_FullExpression ? std::optional(place_of(temporary))
                                                                           : std::nullopt;
    }
    return accessed_place(expression);
}

Step Borrows::element_step(const clang::Expr* index) const
{
    clang::Expr::EvalResult result;
    if (index->isValueDependent() || !index->EvaluateAsInt(result, context_.ast()))
        return {Step::Element};
    return {Step::Element, nullptr, result.Val.getInt().getLimitedValue()};
}

Step Borrows::part_step(const Call& call) const
{
    const auto* used = llvm::dyn_cast<clang::CXXOperatorCallExpr>(call.expression);
    const bool is_element = used && used->getOperator() == clang::OO_Subscript && call.arguments.size() == 1 &&
                            !is_driver_function(call.function);
    return is_element ? element_step(call.arguments.front()) : Step {Step::Part};
}

std::optional<Place> Borrows::member_place(const clang::MemberExpr* member) const
{
    const clang::FieldDecl* field = field_of(member);
    if (!field)
        return std::nullopt;
    std::optional<Place> found = member->isArrow() ? pointed_place(member->getBase()) : place(member->getBase());
    if (!found)
        return std::nullopt;
    found = found->then({Step::Field, field});
    return field->getType()->isReferenceType() ? found->then({Step::Borrowed}) : found;
}

std::optional<Place> Borrows::pointed_place(const clang::Expr* pointer) const
{
    pointer = bare(pointer);
    if (llvm::isa<clang::CXXThisExpr>(pointer))
        return Place {};
    if (const auto* taken = llvm::dyn_cast<clang::UnaryOperator>(pointer))
        return taken->getOpcode() == clang::UO_AddrOf ? place(taken->getSubExpr()) : std::nullopt;
    if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(pointer)) {
        if (cast->getCastKind() == clang::CK_ArrayToPointerDecay)
            return place(cast->getSubExpr());
        if (cast->getCastKind() != clang::CK_LValueToRValue)
            return std::nullopt;
        const std::optional<Place> kept = place(cast->getSubExpr());
        return kept ? std::optional(kept->then({Step::Borrowed})) : std::nullopt;
    }
    return accessed_place(pointer);
}

std::optional<Place> Borrows::accessed_place(const clang::Expr* expression) const
{
    const std::optional<Call> call = call_of(expression);
    const Access access = call ? call->access() : Access::None;
    if (access != Access::Owned && access != Access::Guarded)
        return std::nullopt;
    const std::optional<Place> owner = place(call->object);
    return owner ? std::optional(owner->then(step_of(access))) : std::nullopt;
}

// What a glvalue denotes.

Loans Borrows::denoted(const clang::Expr* expression, bool is_mutable) const
{
    expression = bare(expression);
    if (const std::optional<Place> known = place(expression))
        return resolve(*known, is_mutable, expression->getExprLoc());
    if (!expression->isGLValue())
        return value(expression, is_mutable);
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression)) {
        const clang::FieldDecl* field = field_of(member);
        if (!field)
            return {};
        const Loans base =
            member->isArrow() ? value(member->getBase(), is_mutable) : denoted(member->getBase(), is_mutable);
        const Loans part = then(base, {Step::Field, field});
        return field->getType()->isReferenceType() ? then(part, {Step::Borrowed}) : part;
    }
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return unary->getOpcode() == clang::UO_Deref ? value(unary->getSubExpr(), is_mutable)
                                                     : denoted(unary->getSubExpr(), is_mutable);
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression))
        return then(value(element->getBase(), is_mutable), {Step::Part});
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(expression)) {
        Loans both = denoted(choice->getTrueExpr(), is_mutable);
        add(both, denoted(choice->getFalseExpr(), is_mutable));
        return both;
    }
    if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(expression)) {
        if (binary->isPtrMemOp())
            return then(binary->getOpcode() == clang::BO_PtrMemI ? value(binary->getLHS(), is_mutable)
                                                                 : denoted(binary->getLHS(), is_mutable),
                        {Step::Part});
        return denoted(binary->isCommaOp() ? binary->getRHS() : binary->getLHS(), is_mutable);
    }
    if (const std::optional<Call> call = call_of(expression))
        return of_call(*call, is_mutable);
    return {};
}

// What a value borrows.

Loans Borrows::bound(clang::QualType type, const clang::Expr* expression) const
{
    if (type->isReferenceType() && expression->isGLValue())
        return denoted(expression, is_mutable_borrow(type));
    return value(expression, is_mutable_borrow(type));
}

Loans Borrows::copied(const clang::Expr* expression, bool is_mutable) const
{
    Loans found;
    const bool is_view = types_.is_view(expression->getType());
    for (const Loan& object : denoted(expression, is_mutable)) {
        for (const Loan& loan : contents(object.place))
            found.insert({loan.place, loan.is_mutable && is_mutable, expression->getExprLoc()});
        // A part of a view is told from its other parts by its own name only.
        if (is_view && !object.place.steps.empty() && object.place.variable && !object.place.is_behind_borrow())
            found.insert(
                {object.place.then({Step::Borrowed}).then({Step::Part}), is_mutable, expression->getExprLoc()});
    }
    return found;
}

Loans Borrows::value(const clang::Expr* expression, bool is_mutable) const
{
    if (!types_.is_borrow(expression->getType()))
        return {};
    expression = bare(expression);
    if (expression->isGLValue())
        return copied(expression, is_mutable);
    if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(expression))
        return of_cast(cast, is_mutable);
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expression)) {
        if (unary->getOpcode() == clang::UO_AddrOf)
            return denoted(unary->getSubExpr(), is_mutable && is_mutable_borrow(unary->getType()));
        return value(unary->getSubExpr(), is_mutable);
    }
    if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(expression)) {
        Loans both = binary->isCommaOp() ? Loans {} : value(binary->getLHS(), is_mutable);
        add(both, value(binary->getRHS(), is_mutable));
        return both;
    }
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(expression)) {
        Loans both = value(choice->getTrueExpr(), is_mutable);
        add(both, value(choice->getFalseExpr(), is_mutable));
        return both;
    }
    if (llvm::isa<clang::CXXThisExpr>(expression))
        return {{Place {}, is_mutable && is_mutable_borrow(expression->getType()), expression->getExprLoc()}};
    if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(expression))
        return of_closure(lambda);
    if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(expression))
        return of_list(list->inits());
    if (const auto* list = llvm::dyn_cast<clang::CXXParenListInitExpr>(expression))
        return of_list(list->getInitExprs());
    if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(expression))
        return of_construction(construction, is_mutable);
    if (const auto* block = llvm::dyn_cast<clang::StmtExpr>(expression)) {
        const auto result = state_.results.find(block);
        return result == state_.results.end() ? Loans {} : result->second;
    }
    if (const std::optional<Call> call = call_of(expression))
        return of_call(*call, is_mutable);
    return {};
}

Loans Borrows::of_cast(const clang::CastExpr* cast, bool is_mutable) const
{
    switch (cast->getCastKind()) {
    case clang::CK_ArrayToPointerDecay:
        return then(denoted(cast->getSubExpr(), is_mutable), {Step::Part});
    case clang::CK_IntegralToPointer:
    case clang::CK_NullToPointer:
    case clang::CK_FunctionToPointerDecay:
        return {};
    default:
        return value(cast->getSubExpr(), is_mutable);
    }
}

Loans Borrows::of_list(llvm::ArrayRef<const clang::Expr*> elements) const
{
    Loans all;
    for (const clang::Expr* element : elements)
        if (element)
            add(all,
                element->isGLValue() ? denoted(element, !element->getType().isConstQualified()) : value(element, true));
    return all;
}

Loans Borrows::of_closure(const clang::LambdaExpr* lambda) const
{
    Loans all;
    std::set<const clang::ValueDecl*> by_reference;
    auto initial = lambda->capture_init_begin();
    for (const clang::LambdaCapture& capture : lambda->captures()) {
        const clang::Expr* from = *initial++;
        if (!from || capture.getCaptureKind() == clang::LCK_StarThis)
            continue;
        if (capture.capturesThis()) {
            by_reference.insert(nullptr);
            add(all, {{Place {}, false, from->getExprLoc()}});
        } else if (lambda->isInitCapture(&capture)) {
            add(all, bound(capture.getCapturedVar()->getType(), from));
        } else if (capture.getCaptureKind() == clang::LCK_ByRef) {
            by_reference.insert(capture.getCapturedVar());
            add(all, denoted(from, false));
        } else {
            add(all, value(from, true));
        }
    }
    for (const CapturedUse& use : captured_uses(lambda))
        if (use.is_mutable && by_reference.contains(use.variable))
            add(all, use.expression->isGLValue() ? denoted(use.expression, true) : value(use.expression, true));
    return all;
}

// Calls.

bool Borrows::is_driver_function(const clang::FunctionDecl* function) const
{
    return !function || context_.is_driver(function->getLocation());
}

Loans Borrows::of_call(const Call& call, bool is_mutable) const
{
    if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(call.expression))
        return of_construction(construction, is_mutable);
    const clang::QualType result = llvm::cast<clang::CallExpr>(call.expression)->getCallReturnType(context_.ast());
    if (!types_.is_borrow(result))
        return {};
    is_mutable &= is_mutable_borrow(result);
    Loans all = call.object ? of_object(call, is_mutable) : Loans {};
    for (size_t i = 0; i < call.arguments.size(); i++)
        add(all, of_argument(call, i, is_mutable));
    return all;
}

Loans Borrows::of_object(const Call& call, bool is_mutable) const
{
    const auto object = [&](bool changes) {
        const clang::Expr* expression = call.object;
        return expression->getType()->isPointerType() ? value(expression, changes) : denoted(expression, changes);
    };
    const clang::QualType type = call.object_type();
    const Access access = call.access();
    if (access == Access::Owned || access == Access::Guarded)
        return then(object(is_mutable), step_of(access));
    const clang::CXXRecordDecl* record = record_of(type);
    const bool is_borrow = types_.is_borrow(type);
    Loans all;
    if (record && record->isLambda()) {
        all = then(object(is_mutable), {Step::Part});
        add(all, copied(call.object, is_mutable));
    } else if (call.is_bound_to_object()) {
        all = then(object(is_mutable && (types_.is_view(type) || call.may_change_object())), part_step(call));
    } else if (is_borrow) {
        all = copied(call.object, is_mutable);
        // The view is used through the result: a change made through that does not end the view.
        if (const std::optional<Place> view = place(call.object); view && !view->temporary)
            for (const Loan& name : resolve(*view, is_mutable, call.expression->getExprLoc()))
                all.insert({name.place.then({Step::Borrowed}).then(part_step(call)), is_mutable, name.at});
    } else if (is_driver_function(call.function) && !call.is_bound_to_anything()) {
        all = then(object(is_mutable && call.may_change_object()), {Step::Part});
    }
    return all;
}

Loans Borrows::of_argument(const Call& call, size_t index, bool is_mutable) const
{
    if (!call.is_bound(index))
        return call.is_bound_to_anything() ? Loans {} : of_unbound_argument(call, index, is_mutable);
    const clang::QualType type = call.parameter(index);
    is_mutable &= is_mutable_borrow(type);
    const clang::Expr* argument = call.arguments[index];
    if (!argument->isGLValue())
        return value(argument, is_mutable);
    return type->isReferenceType() ? then(denoted(argument, is_mutable), {Step::Part}) : copied(argument, is_mutable);
}

Loans Borrows::of_unbound_argument(const Call& call, size_t index, bool is_mutable) const
{
    const clang::QualType type = call.parameter(index);
    const clang::Expr* argument = call.arguments[index];
    is_mutable &= is_mutable_borrow(type);
    Loans all;
    if (types_.is_borrow(type.getNonReferenceType()))
        all = argument->isGLValue() ? copied(argument, is_mutable) : value(argument, is_mutable);
    // The library says what its results borrow. A driver's function that does not is taken to borrow all it gets.
    if (type->isReferenceType() && argument->isGLValue() && is_driver_function(call.function))
        add(all, then(denoted(argument, is_mutable), {Step::Part}));
    return all;
}

Loans Borrows::of_construction(const clang::CXXConstructExpr* construction, bool is_mutable) const
{
    if (!types_.is_borrow(construction->getType()))
        return {};
    const std::optional<Call> call = call_of(construction);
    Loans all;
    for (size_t i = 0; i < call->arguments.size(); i++) {
        const clang::Expr* argument = call->arguments[i];
        if (construction->getConstructor()->isCopyOrMoveConstructor())
            add(all, argument->isGLValue() ? copied(argument, is_mutable) : value(argument, is_mutable));
        else if (call->is_bound(i))
            add(all, bound(call->parameter(i), argument));
        else
            add(all, of_unbound_argument(*call, i, is_mutable));
    }
    return all;
}

} // namespace keel::checker::flow
