// SPDX-License-Identifier: GPL-2.0
// Which borrows are still used: a borrow lasts until its last use, not until the end of its scope.
#pragma once

#include "uses.hpp"

#include <clang/Analysis/CFG.h>

namespace keel::checker::flow {

/// Where a variable of borrow type is used next.
struct NextUse {
    clang::SourceLocation at;
    /// Where it is used next in a way that may change what it borrows; invalid if nowhere.
    clang::SourceLocation change;
};

/// The variables of borrow type that are used later.
using Live = std::map<const clang::VarDecl*, NextUse, InOrder>;

class Liveness {
public:
    Liveness(const clang::CFG& graph, const Borrows& borrows, const Uses& uses);

    /// What is live after each element of `block`.
    std::vector<Live> after(const clang::CFGBlock* block) const;

private:
    void step_back(const clang::CFGElement& element, Live& live) const;
    void step_back(const clang::Stmt* statement, Live& live) const;
    Live at_end(const clang::CFGBlock* block) const;

    const Borrows& borrows_;
    const Uses& uses_;
    std::map<const clang::CFGBlock*, Live> at_start_;
    std::set<const clang::Expr*> targets_;
};

} // namespace keel::checker::flow
