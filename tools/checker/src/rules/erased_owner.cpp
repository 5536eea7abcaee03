// SPDX-License-Identifier: GPL-2.0
// keel-erased-owner: no member that hides the type of what it points to. What such a member owns, nobody can tell.
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class ErasedOwner : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitFieldDecl(clang::FieldDecl* field) override
    {
        const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(field->getParent());
        if (!record || field->isInvalidDecl() || field->getType()->isDependentType() || !applies(field->getLocation()))
            return true;
        const clang::QualType element = context_.ast().getBaseElementType(field->getType());
        if (element->isVoidPointerType())
            report(field, "is a void pointer: nothing says what it owns or borrows");
        else if (record->hasUserDeclaredDestructor() && points_to_undefined(element))
            report(field, "points to a class that is not defined here: nothing says what it owns or borrows");
        return true;
    }

private:
    static bool points_to_undefined(clang::QualType type)
    {
        return type->isPointerType() && type->getPointeeType()->isRecordType() &&
               type->getPointeeType()->isIncompleteType();
    }

    void report(const clang::FieldDecl* field, llvm::StringRef what)
    {
        context_.error(field->getLocation(), "erased-owner", "field '" + field->getName() + "' " + what)
            .note(field->getLocation(),
                  "own the object by its type: Box<T> or Arc<T>; for one of several types, a base "
                  "class with virtual functions and Box of it");
    }
};

} // namespace

void check_erased_owner(Context& context) { ErasedOwner(context).run(); }

} // namespace keel::checker
