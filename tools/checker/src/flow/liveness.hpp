// SPDX-License-Identifier: GPL-2.0
// Which borrows are still used: a borrow lasts until its last use, not until the end of its scope.
#pragma once

#include "borrows.hpp"

#include <clang/Analysis/CFG.h>

namespace keel::checker::flow {

/// The variables of borrow type that are used later, and where next.
using Live = std::map<const clang::VarDecl*, clang::SourceLocation>;

class Liveness {
public:
    Liveness(const clang::CFG& graph, const Borrows& borrows);

    /// What is live after each element of `block`.
    std::vector<Live> after(const clang::CFGBlock* block) const;

private:
    void step_back(const clang::CFGElement& element, Live& live) const;
    void step_back(const clang::Stmt* statement, Live& live) const;
    Live at_end(const clang::CFGBlock* block) const;

    const Borrows& borrows_;
    std::map<const clang::CFGBlock*, Live> at_start_;
    std::set<const clang::Expr*> targets_;
};

} // namespace keel::checker::flow
