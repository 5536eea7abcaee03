// SPDX-License-Identifier: GPL-2.0
// keel-hook-name: a member that nearly has the name of an operation is one that its author believes to be called.
//
// The names come from the library: every static member of type Hook of a class template is named like an operation that
// it looks for. The classes are those that a class template Registration, AnonInode or VmOperations of the library is
// instantiated with.
#include "rules.hpp"
#include "visitor.hpp"

#include <llvm/ADT/StringExtras.h>

namespace keel::checker {

namespace {

/// What the library says about operations, and who registers.
struct Registered {
    std::set<std::string> hooks;
    std::set<const clang::CXXRecordDecl*> classes;
};

class Finder {
public:
    explicit Finder(const Context& context) : context_ {context} {}

    Registered find()
    {
        for (const clang::Decl* declaration : context_.ast().getTranslationUnitDecl()->decls())
            if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(declaration);
                space && space->getName() == "keel")
                visit(space);
        return found_;
    }

private:
    void visit(const clang::NamespaceDecl* space)
    {
        for (const clang::Decl* declaration : space->decls()) {
            if (const auto* inner = llvm::dyn_cast<clang::NamespaceDecl>(declaration))
                visit(inner);
            const auto* made = llvm::dyn_cast<clang::ClassTemplateDecl>(declaration);
            if (!made || context_.trust().origin(made->getLocation()) != Origin::Library)
                continue;
            take_hooks(made->getTemplatedDecl());
            if (registers(made->getName()) && made->isThisDeclarationADefinition())
                for (const auto* instance : made->specializations())
                    take_classes(instance);
        }
    }

    void take_hooks(const clang::CXXRecordDecl* operations)
    {
        for (const clang::Decl* member : operations->decls())
            if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(member); variable && is_hook(variable->getType()))
                found_.hooks.insert(variable->getNameAsString());
    }

    static bool registers(llvm::StringRef name)
    {
        return name == "Registration" || name == "AnonInode" || name == "VmOperations";
    }

    static bool is_hook(clang::QualType type)
    {
        const auto* enumeration = type->getAs<clang::EnumType>();
        return enumeration && enumeration->getDecl()->getName() == "Hook";
    }

    void take_classes(const clang::ClassTemplateSpecializationDecl* instance)
    {
        for (const clang::TemplateArgument& argument : instance->getTemplateArgs().asArray()) {
            if (argument.getKind() != clang::TemplateArgument::Type)
                continue;
            const auto* record = argument.getAsType()->getAsCXXRecordDecl();
            if (record && record->hasDefinition() && context_.is_driver(record->getDefinition()->getLocation()))
                found_.classes.insert(record->getDefinition());
        }
    }

    const Context& context_;
    Registered found_;
};

/// The letters of a name, in lower case.
std::string letters(llvm::StringRef name)
{
    std::string only;
    for (char c : name)
        if (c != '_')
            only += llvm::toLower(c);
    return only;
}

/// Whether two neighbouring letters changed places.
bool is_swapped(const std::string& name, const std::string& hook)
{
    if (name.size() != hook.size() || name == hook)
        return false;
    for (std::size_t i = 0; i + 1 < name.size(); i++) {
        std::string swapped = name;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped == hook)
            return true;
    }
    return false;
}

/// Whether a name is that of the operation with something in front or behind: on_read, read_file, unlocked_ioctl.
bool is_dressed(llvm::StringRef name, llvm::StringRef hook)
{
    for (llvm::StringRef before :
         {"on", "do", "handle", "my", "dev", "device", "file", "fops", "op", "unlocked", "compat"})
        if (name.starts_with(before) && name.drop_front(before.size()) == hook)
            return true;
    for (llvm::StringRef after : {"file", "op", "fn", "cb", "callback", "handler", "hook", "iter"})
        if (name.ends_with(after) && name.drop_back(after.size()) == hook)
            return true;
    return hook.ends_with("seek") && name == "seek";
}

class HookName {
public:
    explicit HookName(Context& context) : context_ {context}, registered_ {Finder(context).find()} {}

    void run()
    {
        for (const clang::CXXRecordDecl* record : registered_.classes)
            for (const clang::Decl* member : record->decls())
                if (const auto* method = method_of(member))
                    check(record, method);
    }

private:
    static const clang::CXXMethodDecl* method_of(const clang::Decl* member)
    {
        if (const auto* made = llvm::dyn_cast<clang::FunctionTemplateDecl>(member))
            member = made->getTemplatedDecl();
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member);
        return method && method->getIdentifier() && !method->isImplicit() ? method : nullptr;
    }

    void check(const clang::CXXRecordDecl* record, const clang::CXXMethodDecl* method)
    {
        const std::string name = method->getNameAsString();
        if (registered_.hooks.contains(name))
            return;
        for (const std::string& hook : registered_.hooks)
            if (!has(record, hook) && is_near(method, name, hook)) {
                context_
                    .error(method->getLocation(), "hook-name",
                           "nothing calls '" + name + "': the operation is '" + hook + "'")
                    .note(method->getLocation(),
                          "rename it to '" + hook + "', or to something that cannot be mistaken for it");
                return;
            }
        if (name == "close" && takes_library_object(method))
            context_
                .error(method->getLocation(), "hook-name",
                       "nothing calls '" + name + "': a file is closed by its destructor")
                .note(method->getLocation(), "do it in ~" + record->getNameAsString() + "()");
    }

    bool has(const clang::CXXRecordDecl* record, const std::string& hook) const
    {
        return !record->lookup(&context_.ast().Idents.get(hook)).empty();
    }

    /// A name that looks like another word counts only with parameters like those of an operation.
    bool is_near(const clang::CXXMethodDecl* method, llvm::StringRef name, const std::string& hook) const
    {
        const std::string plain = letters(name), wanted = letters(hook);
        if (plain == wanted || is_swapped(plain, wanted))
            return true;
        return takes_library_object(method) &&
               (is_dressed(plain, wanted) || llvm::StringRef(plain).edit_distance(wanted, true, 2) <= 1);
    }

    bool takes_library_object(const clang::CXXMethodDecl* method) const
    {
        return llvm::any_of(method->parameters(), [&](const clang::ParmVarDecl* parameter) {
            const auto* record = parameter->getType().getNonReferenceType()->getAsCXXRecordDecl();
            return record && context_.trust().origin(record->getLocation()) == Origin::Library;
        });
    }

    Context& context_;
    Registered registered_;
};

} // namespace

void check_hook_name(Context& context) { HookName(context).run(); }

} // namespace keel::checker
