// SPDX-License-Identifier: GPL-2.0
#include "walk.hpp"

#include "transfer.hpp"

#include <clang/Analysis/Analyses/PostOrderCFGView.h>
#include <clang/Analysis/FlowSensitive/DataflowWorklist.h>

namespace keel::checker::effects {

namespace {

std::unique_ptr<clang::CFG> build(const clang::FunctionDecl* function, clang::ASTContext& ast)
{
    clang::CFG::BuildOptions options;
    options.setAllAlwaysAdd();
    options.AddInitializers = true;
    options.AddImplicitDtors = true;
    options.AddTemporaryDtors = true;
    options.AddCXXDefaultInitExprInCtors = true;
    return clang::CFG::buildCFG(function, function->getBody(), &ast, options);
}

/// What holds at the start of each block that can be reached.
class Solution {
public:
    Solution(const clang::CFG& graph, Transfer& transfer, Point entry) : transfer_ {transfer}
    {
        starts_[&graph.getEntry()] = std::move(entry);
        clang::PostOrderCFGView order(&graph);
        clang::ForwardDataflowWorklist work(graph, &order);
        work.enqueueBlock(&graph.getEntry());
        while (const clang::CFGBlock* block = work.dequeue())
            pass_on(*block, work);
    }

    const std::map<const clang::CFGBlock*, Point>& starts() const { return starts_; }

private:
    void pass_on(const clang::CFGBlock& block, clang::ForwardDataflowWorklist& work)
    {
        Point end = starts_[&block];
        transfer_.block(block, end, [](const Operation&, const Point&) {});
        unsigned index = 0;
        for (const auto& edge : block.succs()) {
            const unsigned number = index++;
            const clang::CFGBlock* next = edge.getReachableBlock();
            if (!next)
                continue;
            Point along = end;
            transfer_.edge(block, number, along);
            const auto [start, fresh] = starts_.emplace(next, along);
            const Point before = start->second;
            start->second.join(along);
            if (fresh || start->second != before)
                work.enqueueBlock(next);
        }
    }

    Transfer& transfer_;
    std::map<const clang::CFGBlock*, Point> starts_;
};

} // namespace

void Point::join(const Point& other)
{
    held.insert(other.held.begin(), other.held.end());
    std::erase_if(empty, [&](const clang::VarDecl* variable) { return !other.empty.contains(variable); });
}

bool walk(const clang::FunctionDecl* function, const Context& context, GuardTypes& guards,
          llvm::function_ref<void(const Operation&, const Point&)> visit)
{
    const std::unique_ptr<clang::CFG> graph = build(function, context.ast());
    if (!graph)
        return false;
    Transfer transfer(*graph, context, guards);
    Point entry;
    for (const clang::ParmVarDecl* parameter : function->parameters())
        if (guards.contains(parameter->getType().getNonReferenceType()))
            entry.held.insert({.variable = parameter});
    const Solution solution(*graph, transfer, std::move(entry));
    // Blocks are numbered from the end of the function to its start.
    std::map<unsigned, const clang::CFGBlock*, std::greater<>> in_order;
    for (const auto& [block, start] : solution.starts())
        in_order[block->getBlockID()] = block;
    for (const auto& [number, block] : in_order) {
        Point point = solution.starts().at(block);
        transfer.block(*block, point, visit);
    }
    return true;
}

} // namespace keel::checker::effects
