// SPDX-License-Identifier: GPL-2.0
// keel-exclusive: an object is read or written by one way while another that may be used later borrows it. Nothing is
// freed by that, but who borrows relies on the value: as in Rust, many may read, or one may write.
#include "analysis.hpp"

namespace keel::checker::flow {

namespace {

/// Whether `expression` names `variable`: then it is used through it.
bool names(const clang::Stmt* expression, const clang::VarDecl* variable)
{
    if (!expression)
        return false;
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(expression))
        return named_variable(name) == variable;
    return llvm::any_of(expression->children(), [&](const clang::Stmt* child) { return names(child, variable); });
}

} // namespace

std::string advice(const clang::VarDecl* holder, llvm::StringRef what)
{
    if (holder->isImplicit())
        return "the loop goes on here: go by index, or do it after the loop";
    return describe(place_of(holder)) + " is used here: use it for the last time before " + what.str() +
           ", or borrow again after it";
}

bool goes_through(const Loans& target, const clang::VarDecl* holder)
{
    return llvm::any_of(target, [&](const Loan& loan) { return loan.place.variable == holder; });
}

void Analysis::read(const clang::Expr* object)
{
    if (reporting_)
        access({.target = borrows_.denoted(object, false),
                .through = object,
                .at = object->getExprLoc(),
                .is_write = false,
                .verb = "used"});
}

void Analysis::write(const clang::Expr* object, clang::SourceLocation at)
{
    if (reporting_)
        access({.target = borrows_.denoted(object, true),
                .through = object,
                .at = at,
                .is_write = true,
                .verb = "changed"});
}

/// Whether `loan`, one of the `names` that a holder knows an object by, is of what is accessed.
bool Analysis::conflicts(const Touch& touch, const Loan& loan, const Loans& names) const
{
    const bool hits = llvm::any_of(touch.target, [&](const Loan& target) {
        return (target.is_mutable || !touch.is_write) && overlap(target.place, loan.place);
    });
    return hits && llvm::none_of(touch.target, [&](const Loan& target) {
               return llvm::any_of(names, [&](const Loan& name) { return are_apart(target.place, name.place); });
           });
}

/// Whether it was said where `holder` was made, or where what is used here was, that the two are one too many.
bool Analysis::is_told(const Loans& target, const clang::VarDecl* holder) const
{
    return llvm::any_of(target, [&](const Loan& loan) {
        return told_.contains({holder, loan.place.variable}) || told_.contains({loan.place.variable, holder});
    });
}

void Analysis::access(const Touch& touch)
{
    if (!speaks(touch.at))
        return;
    for (const auto& [holder, use] : live_) {
        const auto held = state_.held.find(holder);
        const bool is_used = uses_.of(holder) != Use::None || borrows_.destructor_uses_borrow(holder->getType());
        if (held == state_.held.end() || !is_used || goes_through(touch.target, holder) ||
            names(touch.through, holder) || is_told(touch.target, holder))
            continue;
        for (const Loan& loan : held->second) {
            if ((!touch.is_write && !(loan.is_mutable && use.change.isValid())) ||
                !conflicts(touch, loan, held->second))
                continue;
            if (touch.borrower)
                told_.insert({holder, touch.borrower});
            if (!disturbed_.insert({holder, loan.place}).second)
                continue;
            const std::string user = describe(place_of(holder));
            context_
                .error(touch.at, "exclusive",
                       describe(loan.place) + " is " + touch.verb + " while " + user +
                           (touch.is_write ? " borrows from it" : " may change it"))
                .note(context_.is_driver(loan.at) ? loan.at : holder->getLocation(), "borrowed here")
                .note(touch.is_write ? use.at : use.change, advice(holder, "that"));
            return;
        }
    }
}

} // namespace keel::checker::flow
