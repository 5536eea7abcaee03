// SPDX-License-Identifier: GPL-2.0
// The walk over driver code that a rule derives from.
#pragma once

#include "context.hpp"

#include <clang/AST/DynamicRecursiveASTVisitor.h>

namespace keel::checker {

/// Whether `statement` is the `if` that UNSAFE("...") expands to. Written by hand it is none: it would not be counted.
bool is_unsafe_region(const Context& context, const clang::IfStmt* statement);

/// Visits what drivers wrote, templates as instantiated. A rule derives, overrides Visit functions, and asks
/// `applies(location)` before it reports.
class DriverVisitor : public clang::DynamicRecursiveASTVisitor {
    using Base = clang::DynamicRecursiveASTVisitor;

public:
    explicit DriverVisitor(Context& context) : context_ {context} { ShouldVisitTemplateInstantiations = true; }

    /// Walks everything at the top level of the translation unit that is a driver's.
    void run()
    {
        for (clang::Decl* declaration : context_.ast().getTranslationUnitDecl()->decls())
            if (context_.is_driver(declaration->getLocation()))
                this->TraverseDecl(declaration);
    }

    bool TraverseDecl(clang::Decl* declaration) override
    {
        const auto* context = llvm::dyn_cast_or_null<clang::DeclContext>(declaration);
        const bool dependent = context && context->isDependentContext();
        dependent_depth_ += dependent;
        const bool go_on = Base::TraverseDecl(declaration);
        dependent_depth_ -= dependent;
        return go_on;
    }

    /// A lambda with auto parameters is a template, whose instances no one else leads to.
    bool TraverseLambdaExpr(clang::LambdaExpr* lambda) override
    {
        const bool generic = lambda->isGenericLambda();
        dependent_depth_ += generic;
        bool go_on = Base::TraverseLambdaExpr(lambda);
        dependent_depth_ -= generic;
        const clang::CXXMethodDecl* operation = generic ? lambda->getCallOperator() : nullptr;
        if (const auto* pattern = operation ? operation->getDescribedFunctionTemplate() : nullptr)
            for (clang::FunctionDecl* instance : pattern->specializations())
                go_on = go_on && this->TraverseDecl(instance);
        return go_on;
    }

    bool TraverseIfStmt(clang::IfStmt* statement) override
    {
        const bool unsafe = is_unsafe_region(context_, statement);
        unsafe_depth_ += unsafe;
        const bool go_on = Base::TraverseIfStmt(statement);
        unsafe_depth_ -= unsafe;
        return go_on;
    }

protected:
    /// Whether code at `location` is a driver's, outside UNSAFE.
    bool applies(clang::SourceLocation location) const { return unsafe_depth_ == 0 && context_.is_driver(location); }

    bool in_unsafe() const { return unsafe_depth_ != 0; }

    /// Whether this is a template itself, of which some types are not known, and not what it was instantiated to.
    bool in_template() const { return dependent_depth_ != 0; }

    Context& context_;

private:
    unsigned unsafe_depth_ = 0;
    unsigned dependent_depth_ = 0;
};

} // namespace keel::checker
