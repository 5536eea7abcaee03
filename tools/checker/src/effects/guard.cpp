// SPDX-License-Identifier: GPL-2.0
#include "guard.hpp"

#include "annotations.hpp"

namespace keel::checker::effects {

bool GuardTypes::contains(clang::QualType type)
{
    if (type.isNull() || type->isDependentType())
        return false;
    const clang::CXXRecordDecl* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    return record && record->hasDefinition() && contains(record->getDefinition());
}

bool GuardTypes::contains(const clang::CXXRecordDecl* record)
{
    // False while it is being found out: a type cannot contain itself.
    const auto [known, fresh] = known_.emplace(record, false);
    if (!fresh)
        return known->second;
    bool found = is_annotated(record, "atomic_guard");
    for (const clang::CXXBaseSpecifier& base : record->bases())
        found = found || contains(base.getType());
    for (const clang::FieldDecl* field : record->fields())
        found = found || contains(field->getType());
    return known_[record] = found;
}

} // namespace keel::checker::effects
