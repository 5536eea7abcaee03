// SPDX-License-Identifier: GPL-2.0
#include "captures.hpp"

#include "annotations.hpp"
#include "expressions.hpp"

#include <set>

namespace keel::checker::flow {

namespace {

/// Goes down from each expression with the knowledge whether what it denotes may be changed there.
class Uses {
public:
    explicit Uses(const clang::LambdaExpr* lambda)
    {
        for (const clang::LambdaCapture& capture : lambda->captures()) {
            takes_this_ |= capture.capturesThis();
            if (capture.capturesVariable())
                captured_.insert(capture.getCapturedVar());
        }
    }

    void visit(const clang::Stmt* statement, bool is_mutable)
    {
        if (!statement)
            return;
        const auto* expression = llvm::dyn_cast<clang::Expr>(statement);
        if (const clang::Expr* root = expression ? captured_root(expression) : nullptr) {
            const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(root);
            found.push_back({name ? name->getDecl() : nullptr, expression, is_mutable && !is_const(expression)});
            return;
        }
        if (const auto* inner = llvm::dyn_cast<clang::LambdaExpr>(statement))
            return visit(inner->getBody(), true);
        for (const clang::Stmt* child : statement->children())
            visit(child, expression ? child_is_mutable(expression, child, is_mutable) : true);
    }

    std::vector<CapturedUse> found;

private:
    /// The captured variable (or *this) that `expression` is, or is a field of. Parents come first: the longest such.
    const clang::Expr* captured_root(const clang::Expr* expression) const
    {
        expression = expression->IgnoreParens();
        if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(expression))
            return captured_.contains(name->getDecl()) ? name : nullptr;
        if (llvm::isa<clang::CXXThisExpr>(expression))
            return takes_this_ ? expression : nullptr;
        if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression))
            if (llvm::isa<clang::FieldDecl>(member->getMemberDecl()))
                return captured_root(member->getBase());
        return nullptr;
    }

    static bool is_const(const clang::Expr* expression)
    {
        const clang::QualType type = expression->getType();
        return type.isConstQualified() || (type->isPointerType() && type->getPointeeType().isConstQualified());
    }

    /// Whether `parent` may change what `child` denotes.
    static bool child_is_mutable(const clang::Expr* parent, const clang::Stmt* child, bool is_mutable)
    {
        if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(parent)) {
            if (cast->getCastKind() == clang::CK_LValueToRValue)
                return false;
            return is_mutable && !(cast->isGLValue() && cast->getType().isConstQualified());
        }
        if (llvm::isa<clang::MemberExpr, clang::ParenExpr, clang::ArraySubscriptExpr>(parent))
            return is_mutable;
        const std::optional<Call> call = call_of(parent);
        const auto* member_call = llvm::dyn_cast<clang::CXXMemberCallExpr>(parent);
        const clang::Stmt* object = member_call ? member_call->getCallee() : call ? call->object : nullptr;
        if (!call || object != child)
            return true;
        if (!call->may_change_object())
            return false;
        // An accessor changes what it leads to only if its result is changed.
        return is_annotated(call->function, "stable") ? is_mutable && is_mutable_borrow(call->function->getReturnType())
                                                      : true;
    }

    std::set<const clang::ValueDecl*> captured_;
    bool takes_this_ = false;
};

} // namespace

std::vector<CapturedUse> captured_uses(const clang::LambdaExpr* lambda)
{
    Uses uses(lambda);
    uses.visit(lambda->getBody(), true);
    return std::move(uses.found);
}

} // namespace keel::checker::flow
