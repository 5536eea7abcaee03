// SPDX-License-Identifier: GPL-2.0
#include "transfer.hpp"

namespace keel::checker::effects {

namespace {

/// The local variable that `expression` names, or null.
const clang::VarDecl* local(const clang::Expr* expression)
{
    const auto* reference =
        expression ? llvm::dyn_cast<clang::DeclRefExpr>(expression->IgnoreParenImpCasts()) : nullptr;
    const auto* variable = reference ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
    return variable && variable->hasLocalStorage() && !variable->getType()->isReferenceType() ? variable : nullptr;
}

/// The local variable that `argument` gives away: move(v), or v of `return v`. Null if it gives away nothing.
const clang::VarDecl* given(const clang::Expr* argument)
{
    if (!argument || !argument->isXValue())
        return nullptr;
    argument = argument->IgnoreParenImpCasts();
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(argument))
        if (const clang::FunctionDecl* callee = call->getDirectCallee();
            callee && callee->getQualifiedNameAsString() == "keel::move" && call->getNumArgs() == 1)
            return local(call->getArg(0));
    return local(argument);
}

/// The local variable that the member call `expression` is on, or null.
const clang::VarDecl* object_of(const clang::Expr* expression)
{
    const auto* call = llvm::dyn_cast_or_null<clang::CXXMemberCallExpr>(expression);
    return call ? local(call->getImplicitObjectArgument()) : nullptr;
}

llvm::StringRef plain_name(const clang::FunctionDecl* function)
{
    return function && function->getDeclName().isIdentifier() ? function->getName() : "";
}

/// A branch on whether a variable holds something.
struct EmptyTest {
    const clang::VarDecl* variable = nullptr;
    bool when_true = false;
};

EmptyTest empty_test(const clang::Expr* condition)
{
    bool negated = false;
    for (;;) {
        condition = condition->IgnoreParenImpCasts();
        const auto* inversion = llvm::dyn_cast<clang::UnaryOperator>(condition);
        if (!inversion || inversion->getOpcode() != clang::UO_LNot)
            break;
        negated = !negated;
        condition = inversion->getSubExpr();
    }
    if (const auto* full = llvm::dyn_cast<clang::FullExpr>(condition))
        return empty_test(full->getSubExpr());
    const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(condition);
    const llvm::StringRef name = call ? plain_name(call->getMethodDecl()) : "";
    if (name == "is_none" || name == "is_empty")
        return {object_of(call), !negated};
    if (name == "is_some" || name == "ok")
        return {object_of(call), negated};
    return {};
}

using Blocks = std::set<const clang::CFGBlock*>;

/// What can be reached from `start` without `barrier`.
Blocks reach(const clang::CFGBlock* start, const clang::CFGBlock& barrier)
{
    Blocks found;
    std::vector<const clang::CFGBlock*> todo {start};
    while (!todo.empty()) {
        const clang::CFGBlock* block = todo.back();
        todo.pop_back();
        if (!block || block == &barrier || !found.insert(block).second)
            continue;
        for (const auto& next : block->succs())
            todo.push_back(next.getReachableBlock());
    }
    return found;
}

/// Adds what taking the way out `number` of `block` tells. The block asks whether temporaries of an operand were made
/// at all, and goes to where they end if so: those that end on the other way only were not made.
void decide_temporaries(const clang::CFGBlock& block, unsigned number, Point& point)
{
    const bool any = llvm::any_of(point.held, [](const HeldGuard& guard) { return guard.temporary; });
    if (!any || block.succ_size() != 2)
        return;
    const Blocks taken = reach(block.succ_begin()[number].getReachableBlock(), block);
    const Blocks other = reach(block.succ_begin()[1 - number].getReachableBlock(), block);
    for (const clang::CFGBlock* end : other)
        for (const clang::CFGElement& element : *end)
            if (const auto destroyed = element.getAs<clang::CFGTemporaryDtor>(); destroyed && !taken.contains(end))
                point.held.erase({.temporary = destroyed->getBindTemporaryExpr()});
}

/// Where a variable ends whose scope `trigger` leaves.
clang::SourceLocation end_of(const clang::Stmt* trigger, const clang::VarDecl* variable)
{
    if (!trigger)
        return variable->getLocation();
    if (const auto* scope = llvm::dyn_cast<clang::CompoundStmt>(trigger))
        return scope->getRBracLoc();
    return llvm::isa<clang::ReturnStmt>(trigger) ? trigger->getBeginLoc() : trigger->getEndLoc();
}

/// What `block` decides on, or null.
const clang::Expr* condition_of(const clang::CFGBlock& block)
{
    const clang::Stmt* terminator = block.getTerminatorStmt();
    if (!terminator || llvm::isa<clang::SwitchStmt>(terminator) || block.succ_size() != 2 || block.empty())
        return nullptr;
    const auto last = block.back().getAs<clang::CFGStmt>();
    return last ? llvm::dyn_cast<clang::Expr>(last->getStmt()) : nullptr;
}

} // namespace

Transfer::Transfer(const clang::CFG& graph, const Context& context, GuardTypes& guards)
    : context_ {context}, guards_ {guards}
{
    for (const clang::CFGBlock* block : graph)
        for (const clang::CFGElement& element : *block)
            if (const auto end = element.getAs<clang::CFGTemporaryDtor>())
                temporaries_.insert(end->getBindTemporaryExpr());
}

void Transfer::block(const clang::CFGBlock& block, Point& point, Visit visit)
{
    for (const clang::CFGElement& element : block) {
        if (const auto step = element.getAs<clang::CFGStmt>())
            statement(step->getStmt(), point, visit);
        else if (const auto end = element.getAs<clang::CFGImplicitDtor>())
            destroy(*end, point, visit);
    }
}

void Transfer::edge(const clang::CFGBlock& block, unsigned number, Point& point)
{
    const clang::CFGTerminator terminator = block.getTerminator();
    if (!terminator.isValid() || !terminator.getStmt())
        return;
    if (terminator.isTemporaryDtorsBranch())
        return decide_temporaries(block, number, point);
    const clang::Expr* condition = condition_of(block);
    const EmptyTest test = condition ? empty_test(condition) : EmptyTest {};
    if (test.variable && (number == 0) == test.when_true)
        empty(test.variable, point);
}

void Transfer::statement(const clang::Stmt* statement, Point& point, Visit visit)
{
    if (!statement)
        return;
    if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement))
        if (const clang::VarDecl* used = local(expression); used && llvm::isa<clang::DeclRefExpr>(expression))
            point.empty.erase(used); // whoever names it may fill it again; what empties it comes after
    if (const auto* used = llvm::dyn_cast<clang::CXXDefaultArgExpr>(statement))
        unwritten(used->getExpr(), used->getExprLoc(), point, visit);
    if (const auto* used = llvm::dyn_cast<clang::CXXDefaultInitExpr>(statement))
        unwritten(used->getExpr(), used->getExprLoc(), point, visit);
    if (const auto operation = operation_of(statement)) {
        pass(*operation, point);
        visit(*operation, point);
        take_from_object(*operation, point);
    }
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(statement); call && call->getDirectCallee())
        take_from_arguments({Operation::Kind::Call, {}, call->getDirectCallee(), call}, point);
    if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(statement); made && made->getConstructor())
        take_from_arguments({Operation::Kind::Call, {}, made->getConstructor(), made}, point);
    if (const auto* temporary = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(statement))
        if (temporaries_.contains(temporary) && guards_.contains(temporary->getType()))
            point.held.insert({.temporary = temporary});
    if (const auto* declaration = llvm::dyn_cast<clang::DeclStmt>(statement))
        declare(declaration, point);
    if (const auto* result = llvm::dyn_cast<clang::ReturnStmt>(statement))
        if (const clang::VarDecl* returned = result->getNRVOCandidate())
            empty(returned, point);
}

void Transfer::declare(const clang::DeclStmt* statement, Point& point)
{
    for (const clang::Decl* declaration : statement->decls()) {
        const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
        if (!variable || !variable->hasLocalStorage())
            continue;
        point.empty.erase(variable); // a new one, in a loop
        if (!guards_.contains(variable->getType().getNonReferenceType()))
            continue;
        // A reference that keeps a temporary guard alive holds it; another one only names what somebody else holds.
        const clang::Expr* init = variable->getInit();
        if (!variable->getType()->isReferenceType() ||
            (init && llvm::isa<clang::CXXBindTemporaryExpr>(init->IgnoreParenImpCasts())))
            point.held.insert({.variable = variable});
    }
}

/// Of a default argument or member initialiser the flow graph has the use, but not what it does.
void Transfer::unwritten(const clang::Stmt* expression, clang::SourceLocation used, Point& point, Visit visit)
{
    if (!expression || llvm::isa<clang::LambdaExpr, clang::UnaryExprOrTypeTraitExpr>(expression))
        return;
    for (const clang::Stmt* child : expression->children())
        unwritten(child, used, point, visit);
    if (auto operation = operation_of(expression)) {
        operation->where = used;
        visit(*operation, point);
    }
}

/// A variable that is moved into a parameter or a new object is empty afterwards.
void Transfer::take_from_arguments(const Operation& operation, Point& point)
{
    if (plain_name(operation.function) == "move" && operation.function->getQualifiedNameAsString() == "keel::move")
        return; // only names what is to be moved
    const bool library = context_.trust().origin(operation.function->getLocation()) == Origin::Library;
    const bool moves = llvm::isa<clang::CXXConstructorDecl>(operation.function) ||
                       operation.function->getOverloadedOperator() == clang::OO_Equal;
    if (!library && !moves)
        return; // a function may leave what it is lent
    for (unsigned i = 0; const clang::Expr* argument = operation.argument(i); i++)
        if (const clang::VarDecl* variable = given(argument))
            empty(variable, point);
}

/// take() leaves its Option or Result empty, and so does reset().
void Transfer::take_from_object(const Operation& operation, Point& point)
{
    const llvm::StringRef name = plain_name(operation.function);
    if (name != "take" && name != "reset")
        return;
    if (context_.trust().origin(operation.function->getLocation()) == Origin::Library)
        if (const clang::VarDecl* variable = object_of(operation.expression))
            empty(variable, point);
}

/// What is passed by value belongs to the callee, whose body is looked at with its parameters: it ends them, and may do
/// so before it does something that sleeps.
void Transfer::pass(const Operation& operation, Point& point)
{
    if (operation.kind != Operation::Kind::Call || !operation.function->hasBody())
        return;
    const bool drivers = context_.is_driver(operation.function->getLocation());
    for (unsigned i = 0; const clang::Expr* argument = operation.argument(i); i++) {
        const auto* value = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(argument->IgnoreImpCasts());
        if (!value || !argument->isPRValue())
            continue;
        passed_.insert(value);
        if (drivers)
            point.held.erase({.temporary = value});
    }
}

void Transfer::empty(const clang::VarDecl* variable, Point& point)
{
    point.held.erase({.variable = variable});
    point.empty.insert(variable);
}

void Transfer::destroy(const clang::CFGImplicitDtor& element, Point& point, Visit visit)
{
    if (const auto operation = destruction(element, point))
        visit(*operation, point);
    if (const auto end = element.getAs<clang::CFGAutomaticObjDtor>())
        point.held.erase({.variable = end->getVarDecl()});
    if (const auto end = element.getAs<clang::CFGTemporaryDtor>())
        point.held.erase({.temporary = end->getBindTemporaryExpr()});
}

std::optional<Operation> Transfer::destruction(const clang::CFGImplicitDtor& element, const Point& point)
{
    if (const auto end = element.getAs<clang::CFGAutomaticObjDtor>()) {
        const clang::VarDecl* variable = end->getVarDecl();
        if (!variable || point.empty.contains(variable))
            return std::nullopt;
        auto operation = destruction_of(variable->getType().getNonReferenceType(),
                                        end_of(end->getTriggerStmt(), variable), variable);
        // A parameter whose destructor is not there is destroyed by callers in other files, and counts there.
        if (operation && llvm::isa<clang::ParmVarDecl>(variable) && !operation->function->hasBody() &&
            operation->function->getTemplateInstantiationPattern())
            return std::nullopt;
        return operation;
    }
    if (const auto end = element.getAs<clang::CFGTemporaryDtor>()) {
        const clang::CXXBindTemporaryExpr* temporary = end->getBindTemporaryExpr();
        if (!temporary || passed_.contains(temporary))
            return std::nullopt;
        return destruction_of(temporary->getType(), temporary->getExprLoc());
    }
    if (const auto end = element.getAs<clang::CFGMemberDtor>())
        return destruction_of(end->getFieldDecl()->getType(), end->getFieldDecl()->getLocation());
    if (const auto end = element.getAs<clang::CFGBaseDtor>())
        return destruction_of(end->getBaseSpecifier()->getType(), end->getBaseSpecifier()->getBeginLoc());
    if (const auto end = element.getAs<clang::CFGDeleteDtor>())
        return destruction_of(end->getDeleteExpr()->getDestroyedType(), end->getDeleteExpr()->getExprLoc());
    return std::nullopt;
}

} // namespace keel::checker::effects
