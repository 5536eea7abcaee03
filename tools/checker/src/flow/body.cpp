// SPDX-License-Identifier: GPL-2.0
#include "body.hpp"

#include "annotations.hpp"

#include <clang/AST/DynamicRecursiveASTVisitor.h>

namespace keel::checker::flow {

namespace {

/// The expression that `expression` is a field of, or gets by following a pointer or owner; null at the end.
const clang::Expr* base_of(const clang::Expr* expression)
{
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression))
        return llvm::isa<clang::FieldDecl>(member->getMemberDecl()) ? member->getBase() : nullptr;
    if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expression))
        return element->getBase();
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expression))
        return unary->getOpcode() == clang::UO_Deref ? unary->getSubExpr() : nullptr;
    if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(expression))
        return cast->getSubExpr();
    const std::optional<Call> call = call_of(expression);
    return call && call->access() != Access::None ? call->object : nullptr;
}

const clang::DeclRefExpr* first_name(const clang::Expr* expression)
{
    while (expression) {
        expression = bare(expression);
        if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(expression))
            return name;
        expression = base_of(expression);
    }
    return nullptr;
}

class Reader : public clang::DynamicRecursiveASTVisitor {
public:
    explicit Reader(Body& body) : body_ {body} {}

    /// The body of a closure is a function of its own.
    bool TraverseLambdaExpr(clang::LambdaExpr* lambda) override
    {
        for (clang::Expr* initial : lambda->capture_inits())
            if (initial)
                TraverseStmt(initial);
        return true;
    }

    /// Parents come before children, so the first expression that begins with a name is the longest.
    bool VisitExpr(clang::Expr* expression) override
    {
        if (base_of(expression) && !llvm::isa<clang::ImplicitCastExpr>(expression))
            if (const clang::DeclRefExpr* name = first_name(expression))
                body_.whole.try_emplace(name, expression);
        if (const auto assignment = assignment_of(expression))
            body_.targets.insert(bare(assignment->target));
        return true;
    }

    bool VisitCXXMemberCallExpr(clang::CXXMemberCallExpr* call) override
    {
        if (is_annotated(call->getMethodDecl(), "after_move"))
            if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(bare(call->getImplicitObjectArgument())))
                body_.allowed_after_move.insert(name);
        return true;
    }

    bool VisitStmtExpr(clang::StmtExpr* block) override
    {
        const clang::CompoundStmt* statements = block->getSubStmt();
        if (statements && !statements->body_empty())
            if (const auto* last = llvm::dyn_cast<clang::Expr>(statements->body_back()))
                body_.results[bare(last)] = block;
        return true;
    }

private:
    Body& body_;
};

} // namespace

Body::Body(const clang::FunctionDecl* function)
{
    Reader reader(*this);
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function))
        for (const clang::CXXCtorInitializer* initializer : constructor->inits())
            reader.TraverseStmt(initializer->getInit());
    reader.TraverseStmt(function->getBody());
}

} // namespace keel::checker::flow
