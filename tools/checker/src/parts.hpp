// SPDX-License-Identifier: GPL-2.0
// What a type is made of: its arguments, bases and fields.
#pragma once

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

namespace keel::checker {

/// Whether `holds(type)` for a type argument in `arguments`, packs included.
template <class Predicate> bool any_argument(llvm::ArrayRef<clang::TemplateArgument> arguments, const Predicate& holds)
{
    for (const clang::TemplateArgument& argument : arguments) {
        if (argument.getKind() == clang::TemplateArgument::Type && holds(argument.getAsType()))
            return true;
        if (argument.getKind() == clang::TemplateArgument::Pack && any_argument(argument.getPackAsArray(), holds))
            return true;
    }
    return false;
}

/// Whether `holds(type)` for a type argument of `record`, or of a class that it is a member of.
template <class Predicate> bool any_argument(const clang::CXXRecordDecl* record, const Predicate& holds)
{
    for (const clang::DeclContext* around = record; around; around = around->getParent())
        if (const auto* made = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(around))
            if (any_argument(made->getTemplateArgs().asArray(), holds))
                return true;
    return false;
}

/// Whether `holds(type)` for a base of `record`. Of a class without definition nothing is known.
template <class Predicate> bool any_base(const clang::CXXRecordDecl* record, const Predicate& holds)
{
    if (!record->hasDefinition())
        return false;
    return llvm::any_of(record->bases(), [&](const clang::CXXBaseSpecifier& base) { return holds(base.getType()); });
}

/// Whether `holds(type)` for a base or a field of `record`; the captures of a closure are its fields.
template <class Predicate> bool any_part(const clang::CXXRecordDecl* record, const Predicate& holds)
{
    return any_base(record, holds) ||
           llvm::any_of(record->fields(), [&](const clang::FieldDecl* field) { return holds(field->getType()); });
}

} // namespace keel::checker
