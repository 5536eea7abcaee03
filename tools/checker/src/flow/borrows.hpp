// SPDX-License-Identifier: GPL-2.0
// What an expression denotes, and what its value borrows from.
#pragma once

#include "expressions.hpp"
#include "state.hpp"
#include "types.hpp"

namespace keel::checker::flow {

/// Reads expressions of one function in a state.
class Borrows {
public:
    Borrows(Context& context, Types& types, const clang::FunctionDecl* function, const State& state)
        : context_ {context}, types_ {types}, function_ {function}, state_ {state}
    {}

    /// The one object that `expression` denotes, if it can be named.
    std::optional<Place> place(const clang::Expr* expression) const;

    /// The objects that a glvalue may denote, by every name they have; `is_mutable`: they may be changed through it.
    Loans denoted(const clang::Expr* expression, bool is_mutable) const;

    /// What the value of `expression` borrows from; nothing if it is of no borrow type.
    Loans value(const clang::Expr* expression, bool is_mutable) const;

    /// What the borrows that are kept in the object that a glvalue denotes refer to.
    Loans copied(const clang::Expr* expression, bool is_mutable) const;

    /// What is borrowed when `expression` initialises something of `type`: a reference to it, or its value.
    Loans bound(clang::QualType type, const clang::Expr* expression) const;

    /// What the borrow that is kept in `variable` refers to.
    Loans held(const clang::VarDecl* variable) const;

    /// What the borrows that are kept in the object at `place` refer to.
    Loans contents(const Place& place) const;

    /// `place` and what it is called through the references and pointers on its way.
    Loans resolve(const Place& place, bool is_mutable, clang::SourceLocation at) const;

    /// All that would be invalid if one of `loans` were: also what is borrowed by objects that these are parts of.
    Loans closure(const Loans& loans) const;

    /// Whether `variable` came from outside: captured, or not of this function.
    bool is_captured(const clang::VarDecl* variable) const;

    /// Whether the object called `variable` is this function's own: it ends with it.
    bool owns_storage(const clang::VarDecl* variable) const;

    /// Whether `variable` is local and keeps borrows.
    bool is_holder(const clang::VarDecl* variable) const;

    /// Whether destroying an object of `type` uses what it borrows: a guard unlocks.
    bool destructor_uses_borrow(clang::QualType type) const;

    /// Whether `function` is a driver's, or unknown.
    bool is_driver_function(const clang::FunctionDecl* function) const;

private:
    using Seen = std::set<const clang::CXXRecordDecl*>;
    bool destructor_uses_borrow(clang::QualType type, Seen& seen) const;
    std::optional<Place> pointed_place(const clang::Expr* pointer) const;
    std::optional<Place> member_place(const clang::MemberExpr* member) const;
    Step element_step(const clang::Expr* index) const;
    /// From what a method is called on to what its result borrows.
    Step part_step(const Call& call) const;
    std::optional<Place> accessed_place(const clang::Expr* expression) const;

    Loans of_call(const Call& call, bool is_mutable) const;
    Loans of_object(const Call& call, bool is_mutable) const;
    Loans of_argument(const Call& call, size_t index, bool is_mutable) const;
    Loans of_unbound_argument(const Call& call, size_t index, bool is_mutable) const;
    Loans of_construction(const clang::CXXConstructExpr* construction, bool is_mutable) const;
    Loans of_closure(const clang::LambdaExpr* lambda) const;
    Loans of_cast(const clang::CastExpr* cast, bool is_mutable) const;
    Loans of_list(llvm::ArrayRef<const clang::Expr*> elements) const;

    Context& context_;
    Types& types_;
    const clang::FunctionDecl* function_;
    const State& state_;
};

/// Each loan, one step further.
Loans then(const Loans& loans, Step step);

/// Adds `more` to `loans`.
void add(Loans& loans, const Loans& more);

} // namespace keel::checker::flow
