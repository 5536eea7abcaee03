// SPDX-License-Identifier: GPL-2.0
#include "analysis.hpp"

#include <clang/Analysis/CFG.h>

#include <deque>

namespace keel::checker::flow {

namespace {

std::unique_ptr<clang::CFG> graph_of(const clang::FunctionDecl* function, clang::ASTContext& ast)
{
    clang::CFG::BuildOptions options;
    options.setAllAlwaysAdd();
    options.AddImplicitDtors = true;
    options.AddLifetime = true;
    options.AddInitializers = true;
    options.AddCXXDefaultInitExprInCtors = true;
    options.PruneTriviallyFalseEdges = true;
    return clang::CFG::buildCFG(function, function->getBody(), &ast, options);
}

/// The operand of a built-in `x += y`, `++x` or `x--`, or null.
const clang::Expr* changed_operand(const clang::Expr* expression)
{
    if (const auto* compound = llvm::dyn_cast_or_null<clang::CompoundAssignOperator>(expression))
        return compound->getLHS();
    const auto* unary = llvm::dyn_cast_or_null<clang::UnaryOperator>(expression);
    return unary && unary->isIncrementDecrementOp() ? unary->getSubExpr() : nullptr;
}

} // namespace

void UnsafeRegions::add(clang::SourceRange range)
{
    ranges_.emplace_back(sources_.getExpansionLoc(range.getBegin()), sources_.getExpansionLoc(range.getEnd()));
}

bool UnsafeRegions::contain(clang::SourceLocation location) const
{
    const clang::SourceLocation at = sources_.getExpansionLoc(location);
    return llvm::any_of(ranges_, [&](clang::SourceRange range) {
        return sources_.isPointWithin(at, range.getBegin(), range.getEnd());
    });
}

Analysis::Analysis(Context& context, Types& types, const UnsafeRegions& unsafe, const clang::FunctionDecl* function)
    : context_ {context}, types_ {types}, unsafe_ {unsafe}, function_ {function}, body_(function),
      borrows_(context, types, function, state_), uses_(types, borrows_, function)
{}

bool Analysis::speaks(clang::SourceLocation location) const
{
    return reporting_ && context_.is_driver(location) && !unsafe_.contain(location);
}

void Analysis::run()
{
    const std::unique_ptr<clang::CFG> graph = graph_of(function_, context_.ast());
    if (!graph)
        return;
    std::map<const clang::CFGBlock*, State> at_start;
    std::deque<const clang::CFGBlock*> todo {&graph->getEntry()};
    at_start[&graph->getEntry()];
    while (!todo.empty()) {
        const clang::CFGBlock* block = todo.front();
        todo.pop_front();
        state_ = at_start[block];
        run_block(block, nullptr);
        for (const clang::CFGBlock* next : block->succs()) {
            if (!next)
                continue;
            const auto [entry, is_new] = at_start.try_emplace(next);
            if ((entry->second.join(state_) || is_new) && !llvm::is_contained(todo, next))
                todo.push_back(next);
        }
    }
    const Liveness liveness(*graph, borrows_, uses_);
    reporting_ = true;
    // Entry first: so the first of several reports about one thing is the one that comes first.
    for (auto block = graph->rbegin(); block != graph->rend(); ++block) {
        if (const auto known = at_start.find(*block); known != at_start.end()) {
            state_ = known->second;
            run_block(*block, &liveness);
        }
    }
}

void Analysis::run_block(const clang::CFGBlock* block, const Liveness* liveness)
{
    const std::vector<Live> after = liveness ? liveness->after(block) : std::vector<Live>(block->size());
    size_t index = 0;
    for (const clang::CFGElement& element : *block) {
        live_ = after[index++];
        this->element(element);
    }
}

void Analysis::element(const clang::CFGElement& element)
{
    if (const auto statement = element.getAs<clang::CFGStmt>()) {
        current_ = statement->getStmt();
        last_ = current_->getBeginLoc();
        this->statement(statement->getStmt());
    } else if (const auto ends = element.getAs<clang::CFGLifetimeEnds>()) {
        end_of_scope(ends->getVarDecl(), ends->getTriggerStmt() ? ends->getTriggerStmt()->getEndLoc() : last_);
    } else if (const auto destructor = element.getAs<clang::CFGAutomaticObjDtor>()) {
        const clang::Stmt* trigger = destructor->getTriggerStmt();
        destroyed(destructor->getVarDecl(), trigger ? trigger->getEndLoc() : last_);
    } else if (const auto member = element.getAs<clang::CFGInitializer>()) {
        initializer(member->getInitializer());
    }
}

void Analysis::statement(const clang::Stmt* statement)
{
    const auto* expression = llvm::dyn_cast<clang::Expr>(statement);
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(statement)) {
        use(name);
    } else if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(statement)) {
        for (const clang::Decl* declared : declarations->decls())
            if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declared))
                declaration(variable);
    } else if (const auto* result = llvm::dyn_cast<clang::ReturnStmt>(statement)) {
        returned(result);
    } else if (const clang::Expr* operand = moved_operand(expression)) {
        move(expression, operand);
    } else if (const auto assigned = assignment_of(statement)) {
        assignment(statement, *assigned);
    } else if (const auto* cast = llvm::dyn_cast_or_null<clang::ImplicitCastExpr>(expression)) {
        if (cast->getCastKind() == clang::CK_LValueToRValue)
            read(cast->getSubExpr());
    } else if (const clang::Expr* target = changed_operand(expression)) {
        write(target, expression->getExprLoc());
    } else if (expression) {
        if (const std::optional<Call> called = call_of(expression))
            call(*called);
    }
    if (expression)
        if (const auto block = body_.results.find(expression); block != body_.results.end())
            state_.results[block->second] = borrows_.value(expression, true);
}

} // namespace keel::checker::flow
