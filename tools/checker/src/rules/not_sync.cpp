// SPDX-License-Identifier: GPL-2.0
// keel-not-sync: what several threads can reach at once is Sync.
#include "annotations.hpp"
#include "parts.hpp"
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class NotSync : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        const clang::QualType type = variable->getType();
        // One that is not const is refused for that: mutable-global.
        const bool is_shared = variable->hasGlobalStorage() && variable->getTLSKind() == clang::VarDecl::TLS_None &&
                               (type->isReferenceType() || type.isConstant(context_.ast()) || type.isConstQualified());
        if (!is_shared || variable->isInvalidDecl() || !variable->isThisDeclarationADefinition() ||
            !applies(variable->getLocation()))
            return true;
        if (const auto why = types_.why_not_sync(type))
            context_
                .error(variable->getLocation(), "not-sync",
                       "every thread can reach '" + variable->getName() + "', which is not Sync: " + *why)
                .note(variable->getLocation(), advice);
        return true;
    }

    /// The functions of what a registration publishes are called by any number of processes at once.
    bool VisitFieldDecl(clang::FieldDecl* field) override
    {
        const clang::CXXRecordDecl* record = record_of(field->getType());
        if (!record || field->isInvalidDecl() || !is_annotated(record, "publishes") || !applies(field->getLocation()))
            return true;
        any_argument(record, [&](clang::QualType published) {
            const auto why = types_.why_not_sync(published);
            if (why)
                context_
                    .error(field->getLocation(), "not-sync",
                           "this publishes " + quoted(context_, published) +
                               " to every thread, which is not Sync: " + *why)
                    .note(field->getLocation(), advice);
            return why.has_value();
        });
        return true;
    }

private:
    static constexpr const char* advice = "what changes goes into a Mutex, a SpinLock or an Atomic";

    Types types_ {context_};
};

} // namespace

void check_not_sync(Context& context) { NotSync(context).run(); }

} // namespace keel::checker
