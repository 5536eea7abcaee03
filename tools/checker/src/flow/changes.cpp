// SPDX-License-Identifier: GPL-2.0
// keel-exclusive: an object is changed while something borrows from what is in it.
#include "analysis.hpp"

#include "annotations.hpp"
#include "parts.hpp"

namespace keel::checker::flow {

void Analysis::change(const Change& change)
{
    if (!speaks(change.at))
        return;
    for (const auto& [holder, loans] : state_.held) {
        const auto use = live_.find(holder);
        if (use == live_.end() || goes_through(change.target, holder) || is_told(change.target, holder))
            continue;
        if (!change.is_gone && !may_end(change.object, holder->getType()))
            continue;
        for (const Loan& loan : borrows_.closure(loans)) {
            const auto hit = llvm::find_if(change.target, [&](const Loan& target) {
                return target.is_mutable && overlap(target.place, loan.place);
            });
            if (hit == change.target.end())
                continue;
            const std::string user = describe(place_of(holder));
            context_
                .error(change.at, "exclusive",
                       describe(hit->place) + " is " + change.verb + " while " + user + " borrows from it")
                .note(context_.is_driver(loan.at) ? loan.at : holder->getLocation(), "borrowed here")
                .note(use->second.at, advice(holder, "the change"));
            return;
        }
    }
}

bool Analysis::may_end(clang::QualType object, clang::QualType holder) const
{
    Seen seen;
    return may_end(object, holder, seen);
}

bool Analysis::may_end(clang::QualType object, clang::QualType holder, Seen& seen) const
{
    if (object.isNull() || holder.isNull())
        return true;
    if (const clang::QualType referent = holder->getPointeeType(); !referent.isNull())
        return types_.may_own(object, referent) || (types_.is_borrow(referent) && may_end(object, referent, seen));
    const clang::CXXRecordDecl* record = record_of(holder);
    // A closure may do anything with what it captures; a guard refers to a lock.
    if (!record || record->isLambda() || (types_.is_view(holder) && !record->hasTrivialDestructor()))
        return true;
    // A list borrows through more of its own kind: once is enough.
    if (!seen.insert(record).second)
        return false;
    const auto ends = [&](clang::QualType part) { return types_.is_borrow(part) && may_end(object, part, seen); };
    return any_part(record, ends) || (!types_.is_view(holder) && any_argument(record, ends));
}

} // namespace keel::checker::flow
