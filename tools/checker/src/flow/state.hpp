// SPDX-License-Identifier: GPL-2.0
// What is known at a point of a function: which variable borrows from what, and what has been moved.
#pragma once

#include "place.hpp"

#include <map>
#include <set>

namespace keel::checker::flow {

/// That something borrows from `place`, since `at`.
struct Loan {
    Place place;
    bool is_mutable;
    clang::SourceLocation at;

    bool operator<(const Loan& other) const
    {
        return std::tie(place, is_mutable) < std::tie(other.place, other.is_mutable);
    }
    bool operator==(const Loan& other) const { return place == other.place && is_mutable == other.is_mutable; }
};
using Loans = std::set<Loan>;

/// The facts of all paths that lead to a point.
struct State {
    /// What each variable of borrow type borrows. A variable that is not listed borrows nothing, unless it came from
    /// outside of the function.
    std::map<const clang::VarDecl*, Loans, InOrder> held;
    /// Places that were moved from and not assigned since, and where.
    std::map<Place, clang::SourceLocation> moved;
    /// What the value of a statement expression borrows (TRY): its variables end before the value is used.
    std::map<const clang::StmtExpr*, Loans> results;

    bool operator==(const State& other) const
    {
        return held == other.held && moved == other.moved && results == other.results;
    }

    /// Adds the facts of another path. Returns whether anything is new.
    bool join(const State& other)
    {
        bool grew = false;
        for (const auto& [variable, loans] : other.held) {
            auto [entry, added] = held.try_emplace(variable);
            grew |= added;
            for (const Loan& loan : loans)
                grew |= entry->second.insert(loan).second;
        }
        for (const auto& [place, at] : other.moved)
            grew |= moved.try_emplace(place, at).second;
        for (const auto& [value, loans] : other.results)
            for (const Loan& loan : loans)
                grew |= results[value].insert(loan).second;
        return grew;
    }

    /// `place` has a value again.
    void fill(const Place& place)
    {
        std::erase_if(moved, [&](const auto& entry) { return holds(place, entry.first); });
    }
};

} // namespace keel::checker::flow
