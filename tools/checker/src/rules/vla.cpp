// SPDX-License-Identifier: GPL-2.0
// keel-vla: no array whose length is found out at run time: the kernel's stack has a few pages.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class Vla : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        if (variable->getType()->isVariablyModifiedType() && context_.is_driver(variable->getLocation()))
            context_
                .error(variable->getLocation(), "vla",
                       "'" + variable->getNameAsString() + "' has a length of the run time")
                .note(variable->getLocation(), "Array has a fixed length, Vec grows as it must");
        return true;
    }
};

} // namespace

void check_vla(Context& context) { Vla(context).run(); }

} // namespace keel::checker
