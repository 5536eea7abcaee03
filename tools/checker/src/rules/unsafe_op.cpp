// SPDX-License-Identifier: GPL-2.0
// keel-unsafe-op: what the compiler cannot check is done inside UNSAFE.
// keel-unsafe-unused: an UNSAFE around something that needs none says there is danger where there is none.
#include "rules.hpp"
#include "unsafe/operation.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class UnsafeOp : public DriverVisitor {
    using Base = DriverVisitor;

public:
    using Base::Base;

    bool VisitStmt(clang::Stmt* statement) override
    {
        const auto operation = unsafe_operation(context_, statement);
        if (!operation)
            return true;
        used_ = true;
        if (applies(operation->where))
            context_.error(operation->where, "unsafe-op", operation->what + " needs UNSAFE")
                .note(operation->where, operation->instead);
        return true;
    }

    bool VisitFileScopeAsmDecl(clang::FileScopeAsmDecl* assembly) override
    {
        if (applies(assembly->getLocation()))
            context_
                .error(assembly->getLocation(), "unsafe-op", "assembly outside a function is not in the safe profile")
                .note(assembly->getLocation(), "a C or assembly part of the module can hold it");
        return true;
    }

    bool TraverseIfStmt(clang::IfStmt* statement) override
    {
        if (!is_unsafe_region(context_, statement))
            return Base::TraverseIfStmt(statement);
        const bool used_outside = used_;
        used_ = false;
        const bool go_on = Base::TraverseIfStmt(statement);
        // A template may do only as instantiated what needs UNSAFE.
        if (!used_ && !in_template() && context_.is_driver(statement->getThen()->getBeginLoc()))
            context_.error(statement->getIfLoc(), "unsafe-unused", "nothing in here needs UNSAFE")
                .note(statement->getIfLoc(),
                      "take UNSAFE away, and keep its reason as a comment if it still says something");
        used_ = used_outside || used_;
        return go_on;
    }

private:
    bool used_ = false;
};

} // namespace

void check_unsafe_op(Context& context) { UnsafeOp(context).run(); }

} // namespace keel::checker
