// SPDX-License-Identifier: GPL-2.0
// keel-mutable-global: what all threads can reach does not change. What changes is in the module's value, behind a
// lock. keel-thread-local: the kernel has no thread-local storage.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

/// Whether an object of `type` has no state of its own, like a module parameter, which stands for one of the kernel's.
bool is_stateless(clang::QualType type)
{
    const auto* record = type->getAsCXXRecordDecl();
    return record && record->hasDefinition() && record->isEmpty();
}

class Globals : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        const clang::SourceLocation where = variable->getLocation();
        if (variable->isInvalidDecl() || !context_.is_driver(where) || variable->getFirstDecl() != variable)
            return true;
        if (variable->getTLSKind() != clang::VarDecl::TLS_None)
            context_
                .error(where, "thread-local",
                       "'" + variable->getNameAsString() + "' is thread-local, which the kernel has not")
                .note(where, "make it a local variable, or a member of what the thread works on");
        else if (is_mutable(variable))
            context_
                .error(where, "mutable-global",
                       "'" + variable->getNameAsString() + "' can be changed by every thread at once")
                .note(where, "make it const, or a member of the module's class, behind a lock if it changes");
        return true;
    }

private:
    bool is_mutable(const clang::VarDecl* variable) const
    {
        const clang::QualType type = variable->getType();
        if (!variable->hasGlobalStorage() || variable->isConstexpr() || type->isDependentType() ||
            type->isReferenceType())
            return false;
        // The use of a C variable is what needs UNSAFE.
        if (variable->isExternC() && !variable->getDefinition())
            return false;
        return !context_.ast().getBaseElementType(type).isConstQualified() && !is_stateless(type);
    }
};

} // namespace

void check_mutable_global(Context& context) { Globals(context).run(); }

} // namespace keel::checker
