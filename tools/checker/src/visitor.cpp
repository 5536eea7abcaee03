// SPDX-License-Identifier: GPL-2.0
#include "visitor.hpp"

namespace keel::checker {

bool is_unsafe_region(const Context& context, const clang::IfStmt* statement)
{
    const auto* declarations = llvm::dyn_cast_or_null<clang::DeclStmt>(statement->getInit());
    if (!declarations || !declarations->isSingleDecl())
        return false;
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declarations->getSingleDecl());
    const auto* record = variable ? variable->getType()->getAsCXXRecordDecl() : nullptr;
    return record && record->getQualifiedNameAsString() == "keel::UnsafeReason" &&
           context.trust().origin(variable->getLocation()) == Origin::Library;
}

} // namespace keel::checker
