// SPDX-License-Identifier: GPL-2.0
// Functions and variables that trust whoever names them.
#include "annotations.hpp"
#include "unsafe/operation.hpp"

#include <clang/AST/Attr.h>

namespace keel::checker {

namespace {

/// Whether there is a definition of it in checked code, so that its name is only how C calls it.
bool is_defined_by_driver(const Context& context, const clang::NamedDecl* declaration)
{
    const clang::NamedDecl* definition = nullptr;
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration))
        definition = function->getDefinition();
    else if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration))
        definition = variable->getDefinition();
    return definition && context.is_driver(definition->getLocation());
}

/// Whether it is C, of which the compiler knows nothing but what the declaration claims.
bool is_foreign(const Context& context, const clang::NamedDecl* declaration)
{
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration);
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
    if (function && function->getBuiltinID() != 0 && !function->getName().starts_with("mem"))
        return false; // unsafe_builtin
    const bool c = (function && function->isExternC()) || (variable && variable->isExternC());
    return (c || declaration->hasAttr<clang::AsmLabelAttr>()) && !is_defined_by_driver(context, declaration);
}

/// A private member of the library: named by a driver only by way of a hole in the language.
bool is_internal(const Context& context, const clang::NamedDecl* declaration)
{
    return declaration->isCXXClassMember() && declaration->getAccess() == clang::AS_private &&
           context.trust().origin(declaration->getLocation()) == Origin::Library;
}

std::optional<UnsafeOperation> of_name(const Context& context, const clang::NamedDecl* declaration,
                                       clang::SourceLocation where)
{
    if (!declaration)
        return {};
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration);
    if (function && is_annotated(function, "unsafe_function"))
        return UnsafeOperation {where,
                                "'" + declaration->getQualifiedNameAsString() + "', which has a duty for its caller,",
                                "its comment says under # Safety what that is"};
    if (llvm::isa<clang::CXXDestructorDecl>(declaration))
        return UnsafeOperation {where, "calling a destructor",
                                "the end of the scope does it; Option and Box can be emptied"};
    if (is_foreign(context, declaration))
        return UnsafeOperation {where, "'" + declaration->getName().str() + "', which is C,",
                                "the library has safe counterparts of what the kernel offers"};
    if (is_internal(context, declaration))
        return UnsafeOperation {where, "a private part of the library", "use what is public"};
    return {};
}

} // namespace

std::optional<UnsafeOperation> unsafe_use(const Context& context, const clang::Stmt* statement)
{
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(statement))
        return of_name(context, name->getDecl(), name->getLocation());
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(statement)) {
        // A field's access was checked by the compiler, in the same function: no hole there.
        const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(member->getMemberDecl());
        const bool open = method && method->getAccess() != clang::AS_private;
        return open ? of_name(context, method, member->getMemberLoc()) : std::nullopt;
    }
    if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(statement)) {
        const clang::CXXConstructorDecl* constructor = made->getConstructor();
        if (constructor && is_annotated(constructor, "unsafe_function"))
            return of_name(context, constructor, made->getLocation());
    }
    return {};
}

} // namespace keel::checker
