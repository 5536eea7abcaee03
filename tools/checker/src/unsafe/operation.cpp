// SPDX-License-Identifier: GPL-2.0
#include "unsafe/operation.hpp"

namespace keel::checker {

std::optional<UnsafeOperation> unsafe_operation(const Context& context, const clang::Stmt* statement)
{
    if (!statement)
        return {};
    if (auto found = unsafe_access(context, statement))
        return found;
    if (auto found = unsafe_conversion(statement))
        return found;
    if (auto found = unsafe_use(context, statement))
        return found;
    return unsafe_language(statement);
}

} // namespace keel::checker
