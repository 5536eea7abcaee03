// SPDX-License-Identifier: GPL-2.0
#include "types.hpp"

#include "annotations.hpp"
#include "parts.hpp"

namespace keel::checker {

namespace {

/// One type for all its spellings and qualifications.
clang::QualType plain(clang::QualType type) { return type.getCanonicalType().getUnqualifiedType(); }

bool is_unusable(clang::QualType type) { return type.isNull() || type->isDependentType() || type->containsErrors(); }

/// Looks for an object of type `part` in what an object of another type owns.
class Ownership {
public:
    Ownership(const Context& context, clang::QualType part) : context_ {context}, part_ {plain(part)} {}

    bool in(clang::QualType owner)
    {
        owner = plain(owner.getNonReferenceType());
        if (!seen_.insert(owner.getTypePtr()).second)
            return false;
        if (const clang::ArrayType* array = context_.ast().getAsArrayType(owner))
            return is_or_in(array->getElementType());
        const clang::CXXRecordDecl* record = declared_record_of(owner);
        if (!record)
            return false;
        if (is_opaque(record) || hands_out(record))
            return true;
        const auto found = [this](clang::QualType type) { return is_or_in(type); };
        return any_argument(record, found) || any_part(record, found);
    }

private:
    bool is_or_in(clang::QualType type)
    {
        type = plain(type);
        // A member that points: whether it owns cannot be seen, so it does.
        if (type->isPointerType())
            type = plain(type->getPointeeType());
        return type == part_ || in(type);
    }

    /// Whether what an object of `record` owns cannot be told from its members: it may be of a derived class, or it
    /// destroys something behind a void pointer.
    static bool is_opaque(const clang::CXXRecordDecl* record)
    {
        if (!record->hasDefinition())
            return false;
        if (record->isPolymorphic() && !record->isEffectivelyFinal())
            return true;
        return !record->hasTrivialDestructor() && llvm::any_of(record->fields(), [](const clang::FieldDecl* field) {
            return field->getType()->isVoidPointerType();
        });
    }

    /// Whether a function of `record` gives a borrow of a `part` in it, of which the members may show nothing.
    bool hands_out(const clang::CXXRecordDecl* record)
    {
        if (!record->hasDefinition() || context_.trust().origin(record->getLocation()) != Origin::Library)
            return false;
        return llvm::any_of(record->methods(), [this](const clang::CXXMethodDecl* method) {
            const clang::QualType given = method->getReturnType();
            return (given->isReferenceType() || given->isPointerType()) && plain(given->getPointeeType()) == part_ &&
                   is_lifetime_bound_to_this(method);
        });
    }

    const Context& context_;
    clang::QualType part_;
    std::set<const clang::Type*> seen_;
};

} // namespace

const clang::CXXRecordDecl* record_of(clang::QualType type)
{
    const clang::CXXRecordDecl* record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
    return record && record->hasDefinition() ? record->getDefinition() : nullptr;
}

const clang::CXXRecordDecl* declared_record_of(clang::QualType type)
{
    const clang::CXXRecordDecl* defined = record_of(type);
    return defined || type.isNull() ? defined : type->getAsCXXRecordDecl();
}

std::string quoted(const Context& context, clang::QualType type)
{
    std::string name = type.getAsString(context.ast().getPrintingPolicy());
    // What every type has in front says nothing.
    for (const llvm::StringRef scope : {"keel::", "(anonymous namespace)::"})
        for (size_t at = name.find(scope); at != std::string::npos; at = name.find(scope, at))
            name.erase(at, scope.size());
    return "'" + name + "'";
}

bool Types::is_view(clang::QualType type) const { return is_annotated(declared_record_of(type), "view"); }

bool Types::is_borrow(clang::QualType type)
{
    if (is_unusable(type))
        return false;
    type = plain(type);
    if (auto known = borrows_.find(type.getTypePtr()); known != borrows_.end())
        return known->second;
    // A class that reaches itself borrows only if another part of it does.
    if (!searched_.insert(type.getTypePtr()).second)
        return false;
    const bool borrows = find_borrow(type);
    searched_.erase(type.getTypePtr());
    // Inside the search of a class that reaches itself, "no" is only the answer so far.
    if (borrows || searched_.empty())
        borrows_[type.getTypePtr()] = borrows;
    return borrows;
}

bool Types::find_borrow(clang::QualType type)
{
    if (type->isReferenceType())
        return true;
    if (type->isPointerType())
        return !type->getPointeeType()->isFunctionType();
    if (const clang::ArrayType* array = context_.ast().getAsArrayType(type))
        return is_borrow(array->getElementType());
    const clang::CXXRecordDecl* record = declared_record_of(type);
    if (!record)
        return false;
    if (is_annotated(record, "view"))
        return true;
    const auto borrows = [this](clang::QualType part) { return is_borrow(part); };
    // The library's owners hold raw pointers: what they borrow follows from what they are made of.
    if (!record->hasDefinition() || (!record->isLambda() && !context_.is_driver(record->getLocation())))
        return any_base(record, borrows) || any_argument(record, borrows) || has_view(record);
    return any_part(record, borrows);
}

bool Types::has_view(const clang::CXXRecordDecl* record) const
{
    return record->hasDefinition() &&
           llvm::any_of(record->fields(), [this](const clang::FieldDecl* field) { return is_view(field->getType()); });
}

bool Types::is_mutable_borrow(clang::QualType type)
{
    Seen seen;
    return is_mutable_borrow(type, seen);
}

bool Types::is_mutable_borrow(clang::QualType type, Seen& seen)
{
    if (!is_borrow(type))
        return false;
    type = plain(type);
    if (type->isReferenceType() || type->isPointerType())
        return !type->getPointeeType().isConstQualified();
    if (const clang::ArrayType* array = context_.ast().getAsArrayType(type))
        return is_mutable_borrow(array->getElementType(), seen);
    const clang::CXXRecordDecl* record = declared_record_of(type);
    if (!record || !seen.insert(record).second)
        return false;
    if (record->hasDefinition() && (record->isLambda() || context_.is_driver(record->getLocation())))
        return any_part(record, [&](clang::QualType part) { return is_mutable_borrow(part, seen); });
    // A view of the library refers to its arguments, an owner has them.
    const bool is_view = is_annotated(record, "view");
    return any_argument(record, [&](clang::QualType argument) {
        const bool refers = is_view && !argument->isReferenceType() && !argument->isPointerType();
        return refers ? !argument.isConstQualified() : is_mutable_borrow(argument, seen);
    });
}

bool Types::is_flat(clang::QualType type)
{
    if (is_unusable(type))
        return true;
    type = plain(type.getNonReferenceType());
    if (const clang::ArrayType* array = context_.ast().getAsArrayType(type))
        return is_flat(array->getElementType());
    if (type->isScalarType())
        return true;
    const clang::CXXRecordDecl* record = record_of(type);
    if (!record)
        return type->isVectorType() || type->isAnyComplexType();
    if (!record->hasTrivialDestructor())
        return false;
    return record->isTriviallyCopyable() || (record->isAggregate() && !record->isUnion());
}

bool Types::may_own(clang::QualType owner, clang::QualType part)
{
    // Bytes can be those of any object: as_bytes.
    return is_unusable(part) || part->isCharType() || owns(owner, part);
}

bool Types::owns(clang::QualType owner, clang::QualType part)
{
    return is_unusable(owner) || is_unusable(part) || Ownership(context_, part).in(owner);
}

void Types::each_referent(clang::QualType type, const std::function<void(clang::QualType)>& visit)
{
    Seen seen;
    each_referent(type, visit, seen);
}

void Types::each_referent(clang::QualType type, const std::function<void(clang::QualType)>& visit, Seen& seen)
{
    if (!is_borrow(type))
        return;
    if (type->isReferenceType() || type->isPointerType())
        return visit(type->getPointeeType());
    const clang::CXXRecordDecl* record = declared_record_of(context_.ast().getBaseElementType(type));
    if (!record || !seen.insert(record).second)
        return;
    // The arguments of a view are what it shows; those of an owner may be views.
    const bool is_view = is_annotated(record, "view");
    const bool has_arguments = any_argument(record,
                                            [&](clang::QualType argument) {
                                                if (is_view && !is_borrow(argument))
                                                    visit(argument);
                                                each_referent(argument, visit, seen);
                                                return false;
                                            }) ||
                               llvm::isa<clang::ClassTemplateSpecializationDecl>(record);
    if (record->hasDefinition() && (!has_arguments || context_.is_driver(record->getLocation())))
        any_part(record, [&](clang::QualType part) {
            each_referent(part, visit, seen);
            return false;
        });
}

} // namespace keel::checker
