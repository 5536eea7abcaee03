// SPDX-License-Identifier: GPL-2.0
// keel-goto: no jumps. Owners release on every path; a label is what C needs for that.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class Goto : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitGotoStmt(clang::GotoStmt* statement) override { return report(statement->getGotoLoc()); }
    bool VisitIndirectGotoStmt(clang::IndirectGotoStmt* statement) override { return report(statement->getGotoLoc()); }

private:
    // UNSAFE makes no difference: the analyses of other rules do not follow jumps into other scopes.
    bool report(clang::SourceLocation where)
    {
        if (context_.is_driver(where))
            context_.error(where, "goto", "goto is not in the safe profile: return early, owners clean up");
        return true;
    }
};

} // namespace

void check_goto(Context& context) { Goto(context).run(); }

} // namespace keel::checker
