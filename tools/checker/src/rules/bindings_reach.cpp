// SPDX-License-Identifier: GPL-2.0
// keel-bindings-reach: the C side is the library's. A driver that needs more of it adds an abstraction, where the duty
// of each call is met once.
#include "rules.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

bool is_bindings(const clang::NamespaceDecl* space)
{
    return space && space->getName() == "bindings" && space->getDeclContext()->getRedeclContext()->isTranslationUnit();
}

/// Whether `declaration` is anywhere inside namespace bindings.
bool is_in_bindings(const clang::Decl* declaration)
{
    for (const clang::DeclContext* around = declaration->getDeclContext(); around; around = around->getParent())
        if (is_bindings(llvm::dyn_cast<clang::NamespaceDecl>(around)))
            return true;
    return false;
}

class BindingsReach : public DriverVisitor {
    using Base = DriverVisitor;

public:
    using Base::Base;

    bool TraverseNestedNameSpecifierLoc(clang::NestedNameSpecifierLoc qualifier) override
    {
        if (qualifier && qualifier.getNestedNameSpecifier().getKind() == clang::NestedNameSpecifier::Kind::Namespace) {
            const clang::NamespaceBaseDecl* space =
                qualifier.getNestedNameSpecifier().getAsNamespaceAndPrefix().Namespace;
            if (space && is_bindings(space->getNamespace()))
                report(qualifier.getLocalBeginLoc(), "namespace bindings");
        }
        return Base::TraverseNestedNameSpecifierLoc(qualifier);
    }

    bool VisitDeclRefExpr(clang::DeclRefExpr* name) override
    {
        check(name->getDecl(), name->getLocation());
        return true;
    }

    bool VisitMemberExpr(clang::MemberExpr* member) override
    {
        check(member->getMemberDecl(), member->getMemberLoc());
        return true;
    }

    bool VisitUsingDirectiveDecl(clang::UsingDirectiveDecl* directive) override
    {
        if (is_bindings(directive->getNominatedNamespace()))
            report(directive->getLocation(), "namespace bindings");
        return true;
    }

    bool VisitNamespaceAliasDecl(clang::NamespaceAliasDecl* alias) override
    {
        if (is_bindings(alias->getNamespace()))
            report(alias->getLocation(), "namespace bindings");
        return true;
    }

    bool VisitNamespaceDecl(clang::NamespaceDecl* space) override
    {
        if (is_bindings(space))
            report(space->getLocation(), "namespace bindings");
        return true;
    }

private:
    void check(const clang::NamedDecl* declaration, clang::SourceLocation where)
    {
        if (declaration && is_in_bindings(declaration))
            report(where, "'" + declaration->getNameAsString() + "' of the kernel's C side");
    }

    // UNSAFE makes no difference.
    void report(clang::SourceLocation where, const std::string& what)
    {
        if (context_.is_driver(where))
            context_.error(where, "bindings-reach", what + " is out of reach of drivers")
                .note(where, "use what include/keel offers, or add the abstraction there: CONTRIBUTING.md says how");
    }
};

} // namespace

void check_bindings_reach(Context& context) { BindingsReach(context).run(); }

} // namespace keel::checker
