// SPDX-License-Identifier: GPL-2.0
// keel-atomic-context, for pointers: one to a function that may sleep does not become one to a function that never
// does.
#include "effects.hpp"
#include "visitor.hpp"

namespace keel::checker::effects {

namespace {

class Conversion : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitCastExpr(clang::CastExpr* cast) override
    {
        const clang::Expr* from = cast->getSubExpr();
        if (!from || from->isInstantiationDependent() || cast->getType()->isDependentType())
            return true;
        if (!is_nonblocking(cast->getType()) || is_nonblocking(from->getType()) || from->getType()->isNullPtrType())
            return true;
        if (from->isNullPointerConstant(context_.ast(), clang::Expr::NPC_ValueDependentIsNull))
            return true;
        if (context_.is_driver(cast->getExprLoc()))
            context_
                .error(cast->getExprLoc(), "atomic-context",
                       "this conversion says of a function that it never sleeps, which its type does not say")
                .note(cast->getExprLoc(), "declare the function [[clang::nonblocking]], too");
        return true;
    }
};

} // namespace

void check_nonblocking_conversion(Context& context) { Conversion(context).run(); }

} // namespace keel::checker::effects
