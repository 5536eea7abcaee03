// SPDX-License-Identifier: GPL-2.0
// keel-dangling: what is borrowed ends while the borrow is still used.
#include "analysis.hpp"

namespace keel::checker::flow {

void Analysis::declaration(const clang::VarDecl* variable)
{
    state_.held.erase(variable);
    state_.fill(place_of(variable));
    if (!borrows_.is_holder(variable) || !variable->hasInit())
        return;
    const clang::Expr* initial = variable->getInit();
    // A reference that keeps a temporary alive is the temporary's name.
    const bool keeps = variable->getType()->isReferenceType() && borrows_.owns_storage(variable);
    const auto* temporary = keeps ? llvm::dyn_cast<clang::MaterializeTemporaryExpr>(bare(initial)) : nullptr;
    Loans loans =
        temporary ? borrows_.value(temporary->getSubExpr(), true) : borrows_.bound(variable->getType(), initial);
    std::erase_if(loans, [&](const Loan& loan) { return loan.place.variable == variable; });
    check_temporaries(variable, loans);
    Touch touch {.target = loans,
                 .through = initial,
                 .at = variable->getLocation(),
                 .is_write = uses_.of(variable) == Use::Change,
                 .verb = "borrowed to be changed",
                 .borrower = variable};
    if (touch.is_write)
        access(touch);
    touch.is_write = false;
    touch.verb = "borrowed";
    access(touch);
    state_.held[variable] = std::move(loans);
}

void Analysis::initializer(const clang::CXXCtorInitializer* initializer)
{
    const clang::FieldDecl* field = initializer->getAnyMember();
    const clang::Expr* initial = initializer->getInit();
    if (!field || !initial || !types_.is_borrow(field->getType()) || !speaks(initial->getExprLoc()))
        return;
    for (const Loan& loan : borrows_.bound(field->getType(), initial)) {
        const bool is_own = loan.place.temporary || (loan.place.variable && borrows_.owns_storage(loan.place.variable));
        if (is_own && !loan.place.is_behind_borrow())
            context_
                .error(initial->getExprLoc(), "dangling",
                       describe(loan.place) + " ends with the constructor, and member '" + field->getName() +
                           "' borrows from it")
                .note(field->getLocation(),
                      "the member outlives the constructor: make it an owner, or take a reference");
    }
}

void Analysis::end_of_scope(const clang::VarDecl* variable, clang::SourceLocation at)
{
    if (reporting_ && borrows_.owns_storage(variable)) {
        for (const auto& [holder, loans] : state_.held) {
            if (holder == variable || !live_.contains(holder))
                continue;
            for (const Loan& loan : borrows_.closure(loans))
                if (loan.place.variable == variable && !loan.place.is_behind_borrow()) {
                    report_short_life(holder, loan, variable, at, live_[holder].at);
                    break;
                }
        }
        for (const auto& [block, loans] : state_.results)
            for (const Loan& loan : loans)
                if (loan.place.variable == variable && !loan.place.is_behind_borrow() && speaks(loan.at))
                    context_
                        .error(loan.at, "dangling",
                               "the value of the block borrows from '" + variable->getName() + "', which ends in it")
                        .note(variable->getLocation(), "'" + variable->getName() +
                                                           "' is declared in the block: declare it before, or make the "
                                                           "value of the block a copy");
    }
    state_.held.erase(variable);
    state_.fill(place_of(variable));
}

/// The graph lets all variables without a destructor end after those with one. In truth they end in reverse order.
void Analysis::destroyed(const clang::VarDecl* holder, clang::SourceLocation at)
{
    const auto known = state_.held.find(holder);
    if (!reporting_ || known == state_.held.end() || !borrows_.destructor_uses_borrow(holder->getType()))
        return;
    for (const Loan& loan : borrows_.closure(known->second)) {
        const clang::VarDecl* variable = loan.place.variable;
        if (!variable || loan.place.is_behind_borrow() || !borrows_.owns_storage(variable))
            continue;
        if (context_.sources().isBeforeInTranslationUnit(holder->getLocation(), variable->getLocation()))
            report_short_life(holder, loan, variable, at, at);
    }
}

void Analysis::report_short_life(const clang::VarDecl* holder, const Loan& loan, const clang::VarDecl* ended,
                                 clang::SourceLocation end, clang::SourceLocation use)
{
    const clang::SourceLocation borrowed = context_.is_driver(loan.at) ? loan.at : holder->getLocation();
    if (!speaks(borrowed))
        return;
    const std::string user = describe(place_of(holder));
    context_
        .error(borrowed, "dangling",
               "'" + ended->getName() + "' does not live long enough: " + user + " borrows from it here")
        .note(end, "'" + ended->getName() + "' ends here")
        .note(use, user + " is used here: declare '" + ended->getName() + "' before it, in the same scope or outside");
}

void Analysis::check_temporaries(const clang::VarDecl* holder, const Loans& loans)
{
    const auto use = live_.find(holder);
    if (use == live_.end())
        return;
    for (const Loan& loan : borrows_.closure(loans)) {
        if (!loan.place.temporary || loan.place.is_behind_borrow() || !speaks(loan.at))
            continue;
        // A default argument is written elsewhere.
        const clang::SourceRange here = current_->getSourceRange();
        const bool is_here = context_.sources().isPointWithin(context_.sources().getExpansionLoc(loan.at),
                                                              context_.sources().getExpansionLoc(here.getBegin()),
                                                              context_.sources().getExpansionLoc(here.getEnd()));
        const std::string user = describe(place_of(holder));
        context_
            .error(is_here ? loan.at : last_, "dangling",
                   user + " borrows from a temporary that ends with this statement")
            .note(use->second.at, user + " is used here: keep what it borrows from in a variable of its own");
        return;
    }
}

} // namespace keel::checker::flow
