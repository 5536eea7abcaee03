// SPDX-License-Identifier: GPL-2.0
// keel-mutable-field: const means that nothing changes, so that many threads may read at once. Locks are the library's.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class MutableField : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitFieldDecl(clang::FieldDecl* field) override
    {
        // A lambda marked mutable has ordinary fields, and is called through a reference that is not const.
        if (field->isMutable() && context_.is_driver(field->getLocation()))
            context_
                .error(field->getLocation(), "mutable-field",
                       "'" + field->getNameAsString() + "' can change in a const object, which others may be reading")
                .note(field->getLocation(), "Mutex<T> and SpinLock<T> can be locked through a const reference");
        return true;
    }
};

} // namespace

void check_mutable_field(Context& context) { MutableField(context).run(); }

} // namespace keel::checker
