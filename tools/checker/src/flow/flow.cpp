// SPDX-License-Identifier: GPL-2.0
// Runs the flow analysis over every function and closure that a driver wrote, templates as instantiated.
#include "analysis.hpp"
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class Regions : public DriverVisitor {
public:
    Regions(Context& context, flow::UnsafeRegions& regions) : DriverVisitor(context), regions_ {regions} {}

    bool VisitIfStmt(clang::IfStmt* statement) override
    {
        if (is_unsafe_region(context_, statement))
            regions_.add(statement->getThen()->getSourceRange());
        return true;
    }

private:
    flow::UnsafeRegions& regions_;
};

class Functions : public DriverVisitor {
public:
    Functions(Context& context, const flow::UnsafeRegions& unsafe)
        : DriverVisitor(context), types_ {context}, unsafe_ {unsafe}
    {}

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        analyse(function);
        return true;
    }

    bool VisitLambdaExpr(clang::LambdaExpr* lambda) override
    {
        analyse(lambda->getCallOperator());
        return true;
    }

private:
    void analyse(const clang::FunctionDecl* function)
    {
        if (!function || !function->doesThisDeclarationHaveABody() || function->isImplicit() || function->isDefaulted())
            return;
        if (function->isInvalidDecl() || function->isDependentContext() || !context_.is_driver(function->getLocation()))
            return;
        if (function->getBody() && done_.insert(function->getCanonicalDecl()).second)
            flow::Analysis(context_, types_, unsafe_, function).run();
    }

    Types types_;
    const flow::UnsafeRegions& unsafe_;
    std::set<const clang::FunctionDecl*> done_;
};

} // namespace

void check_flow(Context& context)
{
    flow::UnsafeRegions unsafe(context.sources());
    Regions(context, unsafe).run();
    Functions(context, unsafe).run();
}

} // namespace keel::checker
