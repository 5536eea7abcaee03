// SPDX-License-Identifier: GPL-2.0
// keel-atomic-context: nothing sleeps while a spinlock is held, interrupts are off, or an RCU section is open.
#include "annotations.hpp"
#include "effects.hpp"
#include "report.hpp"
#include "visitor.hpp"

namespace keel::checker::effects {

namespace {

/// Whether a guard lives anywhere in `statement`. Most functions have none, and need no look at their flow.
bool has_guard(const clang::Stmt* statement, GuardTypes& guards)
{
    if (!statement || llvm::isa<clang::LambdaExpr>(statement))
        return false;
    if (const auto* temporary = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(statement))
        if (guards.contains(temporary->getType()))
            return true;
    if (const auto* declaration = llvm::dyn_cast<clang::DeclStmt>(statement))
        for (const clang::Decl* declared : declaration->decls())
            if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declared);
                variable && guards.contains(variable->getType()))
                return true;
    return llvm::any_of(statement->children(), [&](const clang::Stmt* child) { return has_guard(child, guards); });
}

bool has_guard(const clang::FunctionDecl* function, GuardTypes& guards)
{
    return llvm::any_of(function->parameters(),
                        [&](const clang::ParmVarDecl* parameter) {
                            return guards.contains(parameter->getType().getNonReferenceType());
                        }) ||
           has_guard(function->getBody(), guards);
}

/// What the guard that was taken first bans.
Ban ban_of(const Point& point)
{
    const auto& first = *std::min_element(point.held.begin(), point.held.end(), [](const auto& a, const auto& b) {
        return a.where().getRawEncoding() < b.where().getRawEncoding();
    });
    if (!first.variable || !first.variable->getIdentifier())
        return {"atomic-context", "while a guard of this statement puts the CPU in atomic context", first.where(),
                "the guard is made here, and lives to the end of the statement"};
    const std::string name = "'" + first.variable->getNameAsString() + "'";
    return {"atomic-context", "while " + name + " puts the CPU in atomic context", first.where(),
            name + " begins here: what may sleep belongs before it, or after the end of its scope"};
}

class AtomicContext : public DriverVisitor {
public:
    AtomicContext(Context& context, Inference& inference) : DriverVisitor {context}, inference_ {inference} {}

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        if (function->doesThisDeclarationHaveABody())
            check_sections(function);
        return true;
    }

    bool VisitLambdaExpr(clang::LambdaExpr* lambda) override
    {
        for (const clang::FunctionDecl* function : bodies_of(lambda->getLambdaClass()))
            check_sections(function);
        return true;
    }

    bool VisitCallExpr(clang::CallExpr* call) override
    {
        if (const clang::FunctionDecl* callee = call->getDirectCallee())
            check_callbacks({Operation::Kind::Call, call->getExprLoc(), callee, call});
        return true;
    }

    bool VisitCXXConstructExpr(clang::CXXConstructExpr* made) override
    {
        check_callbacks({Operation::Kind::Call, made->getExprLoc(), made->getConstructor(), made});
        return true;
    }

private:
    void check_sections(const clang::FunctionDecl* function)
    {
        if (function->isDependentContext() || !has_guard(function, inference_.guards()))
            return;
        Violations violations;
        walk(function, context_, inference_.guards(), [&](const Operation& operation, const Point& point) {
            if (point.held.empty())
                return;
            if (const Effect effect = inference_.of(operation); effect.sleeps != Sleeps::Never)
                violations.add(operation, effect, ban_of(point));
        });
        violations.report_all(context_, inference_);
    }

    void check_callbacks(const Operation& call)
    {
        for (unsigned i = 0; i < call.function->getNumParams(); i++)
            if (const clang::Expr* argument = call.argument(i))
                if (is_annotated(call.function->getParamDecl(i), "atomic_callback"))
                    check_callback(argument, call);
    }

    /// What `argument` runs when it is called, is called by `call` in atomic context.
    void check_callback(const clang::Expr* argument, const Operation& call)
    {
        if (argument->isInstantiationDependent())
            return;
        Ban ban {"atomic-context", "in a callback that runs in atomic context", argument->getExprLoc(),
                 name_of(call.function) + " gets the callback here, and calls it in atomic context"};
        const auto targets = targets_of(argument);
        for (const clang::FunctionDecl* target : targets) {
            const Effect effect = inference_.of(target);
            if (effect.sleeps == Sleeps::Never || target->isDependentContext())
                continue;
            if (context_.is_driver(target->getLocation()) && target->hasBody())
                check_body(context_, inference_, target, ban);
            else
                report(context_, inference_, {Operation::Kind::Call, argument->getExprLoc(), target},
                       {effect.sleeps, argument->getExprLoc(), target, ""}, ban);
        }
        if (targets.empty() && !is_nonblocking(argument->getType()) && !record_of_callable(argument))
            context_
                .error(argument->getExprLoc(), "atomic-context",
                       "which function this callback is, is not known, and it runs in atomic context")
                .note(argument->getExprLoc(), "pass a lambda, or a function by its name");
    }

    static const clang::CXXRecordDecl* record_of_callable(const clang::Expr* argument)
    {
        const clang::CXXRecordDecl* record = argument->getType().getNonReferenceType()->getAsCXXRecordDecl();
        return record && record->hasDefinition() ? record->getDefinition() : nullptr;
    }

    static std::vector<const clang::FunctionDecl*> targets_of(const clang::Expr* argument)
    {
        if (const clang::CXXRecordDecl* record = record_of_callable(argument))
            return bodies_of(record);
        if (const clang::FunctionDecl* function = function_behind(argument))
            return {function};
        return {};
    }

    /// What calling an object of `record` may run; of a generic lambda, what it was instantiated to.
    static std::vector<const clang::FunctionDecl*> bodies_of(const clang::CXXRecordDecl* record)
    {
        std::vector<const clang::FunctionDecl*> found;
        for (const clang::Decl* member : record->decls()) {
            const auto* function = llvm::dyn_cast<clang::FunctionDecl>(member);
            if (function && function->getOverloadedOperator() == clang::OO_Call)
                found.push_back(function);
            const auto* generic = llvm::dyn_cast<clang::FunctionTemplateDecl>(member);
            if (generic && generic->getTemplatedDecl()->getOverloadedOperator() == clang::OO_Call)
                found.insert(found.end(), generic->spec_begin(), generic->spec_end());
        }
        return found;
    }

    Inference& inference_;
};

} // namespace

void check_atomic_context(Context& context, Inference& inference) { AtomicContext(context, inference).run(); }

} // namespace keel::checker::effects
