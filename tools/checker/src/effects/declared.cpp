// SPDX-License-Identifier: GPL-2.0
// keel-context-declared: a function that is declared to never sleep, does not. Callers in other files rely on it.
#include "annotations.hpp"
#include "effects.hpp"
#include "report.hpp"

#include <clang/AST/DynamicRecursiveASTVisitor.h>

namespace keel::checker::effects {

namespace {

class Declared : public clang::DynamicRecursiveASTVisitor {
public:
    Declared(Context& context, Inference& inference) : context_ {context}, inference_ {inference}
    {
        ShouldVisitTemplateInstantiations = true;
    }

    /// Declarations only: bodies are walked when they are asked for.
    bool TraverseStmt(clang::Stmt*) override { return true; }
    bool TraverseTypeLoc(clang::TypeLoc, bool = true) override { return true; }

    void run()
    {
        for (clang::Decl* declaration : context_.ast().getTranslationUnitDecl()->decls())
            if (context_.trust().origin(declaration->getLocation()) != Origin::Bindings)
                TraverseDecl(declaration);
    }

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        if (!function->doesThisDeclarationHaveABody() || function->isDependentContext() || function->isInvalidDecl())
            return true;
        if (!declares(function, "any_context") && !is_nonblocking(function->getType()))
            return true;
        const bool library = !context_.is_driver(function->getLocation());
        if (library && declares(function, "context_unchecked"))
            return true;
        if (declares(function, "may_sleep"))
            context_
                .error(function->getLocation(), "context-declared",
                       name_of(function) + " is declared both KEEL_MAY_SLEEP and KEEL_ANY_CONTEXT")
                .note(function->getLocation(), "an override keeps the declaration of what it overrides");
        check_body(context_, inference_, function,
                   {"context-declared", "in " + name_of(function) + ", which is declared to run in any context",
                    function->getLocation(),
                    "declared here: take the declaration back, or what may sleep out of the function"});
        return true;
    }

private:
    Context& context_;
    Inference& inference_;
};

} // namespace

void check_context_declared(Context& context, Inference& inference) { Declared(context, inference).run(); }

} // namespace keel::checker::effects
