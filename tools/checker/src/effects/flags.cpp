// SPDX-License-Identifier: GPL-2.0
#include "flags.hpp"

#include <clang/AST/DeclTemplate.h>

namespace keel::checker::effects {

namespace {

bool is_gfp(clang::QualType type)
{
    const auto* name = type->getAs<clang::TypedefType>();
    return name && name->getDecl()->getName() == "gfp_t";
}

/// The MaySleep of keel::Gfp<Bits, MaySleep>, if `context` is that.
std::optional<bool> may_sleep(const clang::DeclContext* context)
{
    const auto* flags = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(context);
    if (!flags || flags->getSpecializedTemplate()->getQualifiedNameAsString() != "keel::Gfp")
        return std::nullopt;
    const clang::TemplateArgumentList& arguments = flags->getTemplateArgs();
    if (arguments.size() != 2 || arguments[1].getKind() != clang::TemplateArgument::Integral)
        return std::nullopt;
    return arguments[1].getAsIntegral().getBoolValue();
}

Sleeps of_argument(const clang::Expr* argument)
{
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(argument->IgnoreParenImpCasts());
    if (!reference)
        return Sleeps::May;
    if (llvm::isa<clang::ParmVarDecl>(reference->getDecl()) && is_gfp(reference->getDecl()->getType()))
        return Sleeps::ByFlags;
    return may_sleep(reference->getDecl()->getDeclContext()).value_or(true) ? Sleeps::May : Sleeps::Never;
}

} // namespace

Sleeps by_flags(const Operation& operation)
{
    Sleeps found = Sleeps::May;
    for (unsigned i = 0; operation.function && i < operation.function->getNumParams(); i++)
        if (const clang::Expr* argument = operation.argument(i);
            argument && is_gfp(operation.function->getParamDecl(i)->getType()))
            found = of_argument(argument);
    return found;
}

} // namespace keel::checker::effects
