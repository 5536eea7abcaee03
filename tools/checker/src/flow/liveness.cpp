// SPDX-License-Identifier: GPL-2.0
#include "liveness.hpp"

namespace keel::checker::flow {

namespace {

/// Adds what is live on another path. Returns whether anything is new.
bool add(Live& live, const Live& more)
{
    bool grew = false;
    for (const auto& [variable, next] : more) {
        const auto [known, is_new] = live.try_emplace(variable, next);
        const bool changes = known->second.change.isInvalid() && next.change.isValid();
        if (changes)
            known->second.change = next.change;
        grew |= is_new || changes;
    }
    return grew;
}

} // namespace

Liveness::Liveness(const clang::CFG& graph, const Borrows& borrows, const Uses& uses) : borrows_ {borrows}, uses_ {uses}
{
    for (const clang::CFGBlock* block : graph)
        for (const clang::CFGElement& element : *block)
            if (const auto statement = element.getAs<clang::CFGStmt>())
                if (const auto assignment = assignment_of(statement->getStmt()))
                    targets_.insert(bare(assignment->target));

    for (bool changed = true; changed;) {
        changed = false;
        for (const clang::CFGBlock* block : graph) {
            Live live = at_end(block);
            for (auto element = block->rbegin(); element != block->rend(); ++element)
                step_back(*element, live);
            changed |= add(at_start_[block], live);
        }
    }
}

std::vector<Live> Liveness::after(const clang::CFGBlock* block) const
{
    std::vector<Live> result(block->size());
    Live live = at_end(block);
    size_t index = block->size();
    for (auto element = block->rbegin(); element != block->rend(); ++element) {
        result[--index] = live;
        step_back(*element, live);
    }
    return result;
}

Live Liveness::at_end(const clang::CFGBlock* block) const
{
    Live live;
    for (const clang::CFGBlock* next : block->succs())
        if (next)
            if (const auto known = at_start_.find(next); known != at_start_.end())
                add(live, known->second);
    return live;
}

void Liveness::step_back(const clang::CFGElement& element, Live& live) const
{
    if (const auto statement = element.getAs<clang::CFGStmt>()) {
        step_back(statement->getStmt(), live);
    } else if (const auto destructor = element.getAs<clang::CFGAutomaticObjDtor>()) {
        const clang::VarDecl* variable = destructor->getVarDecl();
        if (borrows_.is_holder(variable) && borrows_.destructor_uses_borrow(variable->getType()))
            live[variable].at =
                destructor->getTriggerStmt() ? destructor->getTriggerStmt()->getEndLoc() : variable->getLocation();
    }
}

void Liveness::step_back(const clang::Stmt* statement, Live& live) const
{
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(statement)) {
        const clang::VarDecl* variable = named_variable(name);
        if (!borrows_.is_holder(variable) || (targets_.contains(name) && borrows_.owns_storage(variable)))
            return;
        live[variable].at = name->getLocation();
        if (uses_.changes(name))
            live[variable].change = name->getLocation();
    } else if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(statement)) {
        for (const clang::Decl* declaration : declarations->decls())
            if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration))
                live.erase(variable);
    } else if (const auto assignment = assignment_of(statement)) {
        const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(bare(assignment->target));
        const clang::VarDecl* variable = name ? named_variable(name) : nullptr;
        if (variable && variable == name->getDecl() && borrows_.owns_storage(variable))
            live.erase(variable);
    }
}

} // namespace keel::checker::flow
