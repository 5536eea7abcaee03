// SPDX-License-Identifier: GPL-2.0
// How one step of a function changes what is held and what is empty.
#pragma once

#include "walk.hpp"

#include <clang/Analysis/CFG.h>

namespace keel::checker::effects {

class Transfer {
public:
    using Visit = llvm::function_ref<void(const Operation&, const Point&)>;

    Transfer(const clang::CFG& graph, const Context& context, GuardTypes& guards);

    /// Runs `block` from `point` on, which becomes what holds at its end.
    void block(const clang::CFGBlock& block, Point& point, Visit visit);

    /// Adds to `point`, the end of `block`, what taking its way out `number` tells.
    void edge(const clang::CFGBlock& block, unsigned number, Point& point);

private:
    void statement(const clang::Stmt* statement, Point& point, Visit visit);
    void declare(const clang::DeclStmt* statement, Point& point);
    void unwritten(const clang::Stmt* expression, clang::SourceLocation used, Point& point, Visit visit);
    void take_from_arguments(const Operation& operation, Point& point);
    void take_from_object(const Operation& operation, Point& point);
    void pass(const Operation& operation, Point& point);
    void empty(const clang::VarDecl* variable, Point& point);
    void destroy(const clang::CFGImplicitDtor& element, Point& point, Visit visit);
    std::optional<Operation> destruction(const clang::CFGImplicitDtor& element, const Point& point);

    const Context& context_;
    GuardTypes& guards_;
    /// Those that end where they were made; the others became a variable or a result.
    std::set<const clang::CXXBindTemporaryExpr*> temporaries_;
    /// Temporaries that were passed by value.
    std::set<const clang::CXXBindTemporaryExpr*> passed_;
};

} // namespace keel::checker::effects
