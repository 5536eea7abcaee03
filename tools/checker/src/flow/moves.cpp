// SPDX-License-Identifier: GPL-2.0
// keel-use-after-move, keel-move-from-borrow: what was moved is gone, and only an owner can move.
#include "analysis.hpp"

namespace keel::checker::flow {

namespace {

/// The class that the field at `place` is taken out of, if destroying it runs code of its own.
const clang::CXXRecordDecl* destructive_class(const Place& place)
{
    if (place.steps.empty() || place.steps.back().kind != Step::Field)
        return nullptr;
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(place.steps.back().field->getParent());
    return record && record->hasUserDeclaredDestructor() && !record->hasTrivialDestructor() ? record : nullptr;
}

/// Whether a move of a `type` is a copy, which leaves what it was made from as it was.
bool is_copied(clang::QualType type, const clang::ASTContext& ast)
{
    if (!type.isTriviallyCopyableType(ast))
        return false;
    const clang::CXXRecordDecl* record = record_of(type);
    if (!record)
        return true;
    if (record->needsImplicitCopyConstructor())
        return record->needsOverloadResolutionForCopyConstructor() || !record->defaultedCopyConstructorIsDeleted();
    return llvm::any_of(record->ctors(), [](const clang::CXXConstructorDecl* constructor) {
        return constructor->isCopyConstructor() && !constructor->isDeleted();
    });
}

bool has_step(const Place& place, Step::Kind kind)
{
    return llvm::any_of(place.steps, [kind](const Step& step) { return step.kind == kind; });
}

} // namespace

void Analysis::move(const clang::Expr* expression, const clang::Expr* operand)
{
    const clang::QualType type = operand->getType();
    if (!operand->isLValue() || type.isConstQualified() || is_copied(type, context_.ast()))
        return;
    const clang::SourceLocation at = expression->getExprLoc();
    const std::optional<Place> place = borrows_.place(operand);
    if (const char* why = why_immovable(operand, place)) {
        if (speaks(at))
            context_.error(at, "move-from-borrow", why)
                .note(at, "keep it in an Option and take() it, or swap() another value in");
        return;
    }
    const Loans gone {{*place, true, at}};
    change({.target = gone, .object = type, .at = at, .verb = "moved", .is_gone = true});
    for (const Loan& loan : borrows_.is_holder(place->variable) ? borrows_.held(place->variable) : Loans {})
        if (loan.place.variable == place->variable && overlap(loan.place, *place) && speaks(at))
            context_.error(at, "exclusive", describe(*place) + " is moved while it borrows from itself")
                .note(loan.at, "borrowed here: keep what is borrowed in an object of its own");
    state_.moved.insert_or_assign(*place, at);
}

const char* Analysis::why_immovable(const clang::Expr* operand, const std::optional<Place>& place) const
{
    if (!place || has_step(*place, Step::Part) || has_step(*place, Step::Element))
        return "cannot move one element out of many: the rest would have a hole";
    if (has_step(*place, Step::Borrowed) || has_step(*place, Step::Guarded))
        return "cannot move out of what is only borrowed";
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function_);
    if (place->is_this())
        return method && method->getRefQualifier() == clang::RQ_RValue ? nullptr
                                                                       : "cannot move out of *this, which lives on";
    const bool is_alias = place->variable && place->variable->getType()->isLValueReferenceType() &&
                          !borrows_.owns_storage(place->variable);
    if (is_alias)
        return "cannot move out of what is only borrowed";
    if (place->variable && borrows_.is_captured(place->variable))
        return "cannot move out of what a closure captured: it may be called again";
    const clang::CXXRecordDecl* record = destructive_class(*place);
    const bool is_move = method && (llvm::isa<clang::CXXConstructorDecl>(method) || method->isMoveAssignmentOperator());
    if (record && !(is_move && method->getParent()->getCanonicalDecl() == record->getCanonicalDecl()))
        return "cannot move a field out of an object whose destructor uses it";
    return nullptr;
}

void Analysis::use(const clang::DeclRefExpr* name)
{
    if (state_.moved.empty() || !speaks(name->getLocation()) || body_.allowed_after_move.contains(name))
        return;
    const auto longest = body_.whole.find(name);
    const clang::Expr* whole = longest == body_.whole.end() ? name : longest->second;
    std::optional<Place> place = borrows_.place(whole);
    if (place && body_.targets.contains(bare(whole)) &&
        llvm::all_of(place->steps, [](const Step& step) { return step.kind == Step::Field; }))
        return;
    if (!place)
        place = borrows_.place(name);
    if (!place)
        return;
    for (const auto& [moved, at] : state_.moved) {
        if (!holds(moved, *place) && !holds(*place, moved))
            continue;
        context_.error(name->getLocation(), "use-after-move", describe(*place) + " is used after it was moved")
            .note(at, at == name->getLocation() || context_.sources().isBeforeInTranslationUnit(name->getLocation(), at)
                          ? "moved here, in an earlier round of the loop"
                          : "moved here: use it before that, or give it a new value first");
        return;
    }
}

} // namespace keel::checker::flow
