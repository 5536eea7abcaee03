// SPDX-License-Identifier: GPL-2.0
// keel-borrow-field: only a view keeps a borrow. References, pointers and views are parameters and local variables.
#include "annotations.hpp"
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

class BorrowField : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitCXXRecordDecl(clang::CXXRecordDecl* record) override
    {
        if (!record->isThisDeclarationADefinition() || record->isInvalidDecl() || record->isLambda() ||
            record->isDependentContext() || is_view_or_in_one(record) || !applies(record->getLocation()))
            return true;
        for (const clang::CXXBaseSpecifier& base : record->bases())
            if (keeps_borrow(base.getType()))
                report(record, base.getBeginLoc(), "base " + quoted(context_, base.getType()) + " is a borrow");
        for (const clang::FieldDecl* field : record->fields())
            if (!field->isAnonymousStructOrUnion() && keeps_borrow(field->getType()))
                report(record, field->getLocation(),
                       "field '" + field->getNameAsString() + "' keeps a borrow, " +
                           quoted(context_, field->getType()));
        return true;
    }

private:
    /// Anonymous structs and unions are part of the class around them.
    static bool is_view_or_in_one(const clang::CXXRecordDecl* record)
    {
        while (record && !is_annotated(record, "view"))
            record = record->isAnonymousStructOrUnion() ? llvm::dyn_cast<clang::CXXRecordDecl>(record->getParent())
                                                        : nullptr;
        return record != nullptr;
    }

    bool keeps_borrow(clang::QualType type)
    {
        if (!types_.is_borrow(type) || type->isVoidPointerType()) // a void pointer: erased-owner
            return false;
        // A class of the driver that is no view is reported itself.
        const clang::CXXRecordDecl* record = record_of(type);
        return !record || record->isLambda() || types_.is_view(type) || !context_.is_driver(record->getLocation());
    }

    void report(const clang::CXXRecordDecl* record, clang::SourceLocation location, const std::string& what)
    {
        while (record->isAnonymousStructOrUnion() && llvm::isa<clang::CXXRecordDecl>(record->getParent()))
            record = llvm::cast<clang::CXXRecordDecl>(record->getParent());
        context_.error(location, "borrow-field", what + ": only a KEEL_VIEW class may")
            .note(location, "own it (Box, Vec, Arc, ARef) or keep an index; if no object of " +
                                quoted(context_, context_.ast().getCanonicalTagType(record)) +
                                " outlives what it shows, make it a view: 'struct KEEL_VIEW " + record->getName() +
                                "'");
    }

    Types types_ {context_};
};

} // namespace

void check_borrow_field(Context& context) { BorrowField(context).run(); }

} // namespace keel::checker
