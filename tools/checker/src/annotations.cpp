// SPDX-License-Identifier: GPL-2.0
#include "annotations.hpp"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/DynamicRecursiveASTVisitor.h>
#include <clang/AST/TypeLoc.h>

namespace keel::checker {

namespace {

bool carries(const clang::Decl* declaration, llvm::StringRef name)
{
    for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
        llvm::StringRef text = attribute->getAnnotation();
        if (text.consume_front("keel.") && text == name)
            return true;
    }
    return false;
}

/// What `declaration` was instantiated from, if anything.
const clang::Decl* pattern_of(const clang::Decl* declaration)
{
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration))
        return function->getTemplateInstantiationPattern();
    if (const auto* record = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(declaration))
        return record->getSpecializedTemplate()->getTemplatedDecl();
    if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(declaration))
        return record->getTemplateInstantiationPattern();
    if (const auto* parameter = llvm::dyn_cast<clang::ParmVarDecl>(declaration))
        if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(parameter->getDeclContext()))
            if (const auto* pattern = function->getTemplateInstantiationPattern())
                if (parameter->getFunctionScopeIndex() < pattern->getNumParams())
                    return pattern->getParamDecl(parameter->getFunctionScopeIndex());
    return nullptr;
}

bool this_is_bound(const clang::FunctionDecl* function)
{
    const clang::TypeSourceInfo* info = function->getTypeSourceInfo();
    if (!info)
        return false;
    clang::TypeLoc type = info->getTypeLoc();
    while (auto attributed = type.getAsAdjusted<clang::AttributedTypeLoc>()) {
        if (attributed.getAttrAs<clang::LifetimeBoundAttr>())
            return true;
        type = attributed.getModifiedLoc();
    }
    return false;
}

bool parameter_is_bound(const clang::FunctionDecl* function, unsigned index)
{
    return index < function->getNumParams() && function->getParamDecl(index)->hasAttr<clang::LifetimeBoundAttr>();
}

class Removal : public clang::DynamicRecursiveASTVisitor {
public:
    Removal() { ShouldVisitTemplateInstantiations = true; }

    bool TraverseStmt(clang::Stmt*) override { return true; }
    bool TraverseTypeLoc(clang::TypeLoc, bool = true) override { return true; }

    bool VisitFunctionDecl(clang::FunctionDecl* function) override
    {
        remove(function);
        for (clang::ParmVarDecl* parameter : function->parameters())
            remove(parameter);
        return true;
    }
    bool VisitVarDecl(clang::VarDecl* variable) override { return remove(variable); }
    bool VisitFieldDecl(clang::FieldDecl* field) override { return remove(field); }

private:
    static bool remove(clang::Decl* declaration)
    {
        const auto ours = [](const clang::AnnotateAttr* attribute) {
            return attribute->getAnnotation().starts_with("keel.");
        };
        if (declaration->hasAttr<clang::AnnotateAttr>() &&
            llvm::all_of(declaration->specific_attrs<clang::AnnotateAttr>(), ours))
            declaration->dropAttr<clang::AnnotateAttr>();
        return true;
    }
};

} // namespace

bool is_annotated(const clang::Decl* declaration, llvm::StringRef name)
{
    if (!declaration)
        return false;
    if (carries(declaration, name))
        return true;
    const clang::Decl* pattern = pattern_of(declaration);
    return pattern && carries(pattern, name);
}

bool is_lifetime_bound(const clang::FunctionDecl* function, unsigned index)
{
    if (parameter_is_bound(function, index))
        return true;
    const clang::FunctionDecl* pattern = function->getTemplateInstantiationPattern();
    return pattern && parameter_is_bound(pattern, index);
}

bool is_lifetime_bound_to_this(const clang::FunctionDecl* function)
{
    if (this_is_bound(function))
        return true;
    const clang::FunctionDecl* pattern = function->getTemplateInstantiationPattern();
    return pattern && this_is_bound(pattern);
}

void remove_annotations(clang::ASTContext& ast) { Removal().TraverseAST(ast); }

} // namespace keel::checker
