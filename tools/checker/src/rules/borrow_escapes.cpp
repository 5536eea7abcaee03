// SPDX-License-Identifier: GPL-2.0
// keel-borrow-escapes, for arguments: what is kept after the call (KEEL_ESCAPES) owns all it needs.
#include "annotations.hpp"
#include "arguments.hpp"
#include "expressions.hpp"
#include "rules.hpp"
#include "statics.hpp"

namespace keel::checker {

namespace {

class BorrowEscapes : public ArgumentVisitor<BorrowEscapes> {
public:
    using ArgumentVisitor::ArgumentVisitor;

    void check(const clang::ParmVarDecl* parameter, const clang::Expr* argument)
    {
        const clang::QualType type = parameter->getType().getNonReferenceType();
        if (!is_annotated(parameter, "escapes") || !types_.is_borrow(type) || statics_.is_static_value(argument))
            return;
        const clang::CXXRecordDecl* closure = record_of(type);
        if (closure && closure->isLambda())
            report_closure(closure, argument);
        else
            context_
                .error(argument->getBeginLoc(), "borrow-escapes",
                       "this is kept after the call, and borrows: " + quoted(context_, argument->getType()))
                .note(parameter->getLocation(), "pass an owner, or a literal or other constant, for this parameter");
    }

private:
    void report_closure(const clang::CXXRecordDecl* closure, const clang::Expr* argument)
    {
        Finding finding = context_.error(argument->getBeginLoc(), "borrow-escapes",
                                         "this closure is kept after the call, and captures a borrow");
        for (const clang::LambdaCapture& capture : closure->captures())
            if (capture.capturesThis())
                finding.note(capture.getLocation(), "'this' is captured here: capture an Arc of the object instead");
            else if (capture.capturesVariable())
                explain(finding, capture);
    }

    void explain(Finding& finding, const clang::LambdaCapture& capture)
    {
        const clang::ValueDecl* variable = capture.getCapturedVar();
        const std::string name = "'" + variable->getNameAsString() + "'";
        if (capture.getCaptureKind() == clang::LCK_ByRef)
            finding.note(capture.getLocation(), name + " is captured by reference here: move an owner in, [" +
                                                    variable->getName() + " = move(" + variable->getName() + ")]");
        else if (types_.is_borrow(variable->getType()))
            finding.note(capture.getLocation(),
                         name + " is captured here, and is itself a borrow, " + quoted(context_, variable->getType()));
    }

    Types types_ {context_};
    Statics statics_ {context_, types_};
};

} // namespace

void check_borrow_escapes(Context& context) { BorrowEscapes(context).run(); }

} // namespace keel::checker
