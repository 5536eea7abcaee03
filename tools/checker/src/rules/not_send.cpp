// SPDX-License-Identifier: GPL-2.0
// keel-not-send: what goes to another thread is Send.
#include "annotations.hpp"
#include "arguments.hpp"
#include "parts.hpp"
#include "rules.hpp"
#include "types.hpp"

namespace keel::checker {

namespace {

class NotSend : public ArgumentVisitor<NotSend> {
public:
    using ArgumentVisitor::ArgumentVisitor;

    void check(const clang::ParmVarDecl* parameter, const clang::Expr* argument)
    {
        if (!is_annotated(parameter, "requires_send"))
            return;
        const clang::QualType type = parameter->getType().getNonReferenceType();
        if (const auto why = types_.why_not_send(type))
            context_.error(argument->getBeginLoc(), "not-send", "this goes to another thread, and is not Send: " + *why)
                .note(parameter->getLocation(), "share an Arc of something with a lock or an atomic in it, or move "
                                                "owners: what is borrowed or not counted stays with its thread");
    }

    /// What a registration publishes is built by one thread and destroyed by another.
    bool VisitFieldDecl(clang::FieldDecl* field) override
    {
        const clang::CXXRecordDecl* record = record_of(field->getType());
        if (!record || field->isInvalidDecl() || !is_annotated(record, "publishes") || !applies(field->getLocation()))
            return true;
        any_argument(record, [&](clang::QualType published) {
            const auto why = types_.why_not_send(published);
            if (why)
                context_
                    .error(field->getLocation(), "not-send",
                           "objects of " + quoted(context_, published) +
                               " are made by one thread and ended by another, "
                               "and are not Send: " +
                               *why)
                    .note(field->getLocation(), "published here");
            return why.has_value();
        });
        return true;
    }

private:
    Types types_ {context_};
};

} // namespace

void check_not_send(Context& context) { NotSend(context).run(); }

} // namespace keel::checker
