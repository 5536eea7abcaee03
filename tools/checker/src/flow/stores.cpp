// SPDX-License-Identifier: GPL-2.0
// Assignments; keel-borrow-escapes: a borrow is kept in a place that outlives what it borrows from.
#include "analysis.hpp"

namespace keel::checker::flow {

void Analysis::assignment(const clang::Stmt* whole, const Assignment& assignment)
{
    const clang::SourceLocation at = llvm::cast<clang::Expr>(whole)->getExprLoc();
    const clang::QualType type = assignment.target->getType();
    const std::optional<Place> place = borrows_.place(assignment.target);
    const Loans target = borrows_.denoted(assignment.target, true);
    const bool is_pointer = type->isPointerType();
    if (!is_pointer && !types_.is_view(type) && !types_.is_flat(type))
        change({.target = target, .object = type, .at = at, .verb = "assigned to"});
    access({.target = target, .through = assignment.target, .at = at, .is_write = true, .verb = "assigned to"});
    if (place)
        state_.fill(*place);
    if (types_.is_borrow(type)) {
        const clang::Expr* value = assignment.value;
        store(assignment.target, value->isGLValue() ? borrows_.copied(value, true) : borrows_.value(value, true), at,
              true);
    }
}

void Analysis::store(const clang::Expr* target, const Loans& loans, clang::SourceLocation at, bool replaces)
{
    const Loans places = target->isGLValue() ? borrows_.denoted(target, true) : borrows_.value(target, true);
    bool is_kept = false;
    for (const Loan& to : places) {
        const clang::VarDecl* variable = to.place.variable;
        const bool is_local =
            to.place.temporary || (variable && !borrows_.is_captured(variable) &&
                                   !(llvm::isa<clang::ParmVarDecl>(variable) && !borrows_.owns_storage(variable)));
        if (!is_local || (variable && to.place.is_behind_borrow() && llvm::isa<clang::ParmVarDecl>(variable))) {
            escape(&to.place, loans, at);
            is_kept = true;
        } else if (variable && borrows_.owns_storage(variable) && !to.place.is_behind_borrow()) {
            Loans& held = state_.held[variable];
            if (replaces && to.place.steps.empty() && places.size() == 1)
                held.clear();
            else if (held.empty())
                held = borrows_.held(variable);
            for (const Loan& loan : loans)
                if (loan.place.variable != variable || !loan.place.is_behind_borrow())
                    held.insert(loan);
            check_temporaries(variable, loans);
            is_kept = true;
        } else if (to.place.temporary) {
            is_kept = true;
        }
    }
    if (!is_kept)
        escape(nullptr, loans, at);
}

/// `where`: what outlives the function; null if it has no name here.
void Analysis::escape(const Place* where, const Loans& loans, clang::SourceLocation at)
{
    if (!speaks(at))
        return;
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function_);
    // Who calls the method of a view sees what it gives to it.
    const bool is_own_view = where && where->is_this() && method && !method->getParent()->isLambda() &&
                             types_.is_borrow(context_.ast().getCanonicalTagType(method->getParent()));
    for (const Loan& loan : loans) {
        const Place& from = loan.place;
        const bool is_same = where && from.variable == where->variable && from.temporary == where->temporary;
        if (is_same && from.is_behind_borrow())
            continue;
        const bool is_own = from.temporary || (from.variable && borrows_.owns_storage(from.variable));
        const bool ends_here = is_own && !from.is_behind_borrow();
        // A local reference or pointer: what it refers to is among the loans by its own name.
        if (!ends_here && from.variable && !borrows_.is_captured(from.variable) &&
            !llvm::isa<clang::ParmVarDecl>(from.variable))
            continue;
        if (is_own_view && !ends_here)
            continue;
        context_
            .error(at, "borrow-escapes",
                   "a borrow of " + describe(from) + " is kept in " +
                       (where ? describe(*where) : "a place that outlives this function") +
                       (where ? ", which outlives this function" : ""))
            .note(context_.is_driver(loan.at) ? loan.at : at,
                  "borrowed here: store a copy, an Arc or an index instead");
        return;
    }
}

} // namespace keel::checker::flow
