// SPDX-License-Identifier: GPL-2.0
// Send and Sync: they follow from the members of a type, unless the library's author has declared them.
#include "annotations.hpp"
#include "parts.hpp"
#include "types.hpp"

namespace keel::checker {

namespace {

using Why = std::optional<std::string>;

enum class Trait {
    /// An object may go to another thread.
    Send,
    /// A const object may be used by several threads at once.
    Sync,
};

/// Looks for what keeps a type from having a trait. A type that reaches itself has it unless another part has not.
class Search {
public:
    explicit Search(const Context& context) : context_ {context} {}

    Why why_not(clang::QualType type, Trait trait)
    {
        if (type.isNull() || type->isDependentType() || type->containsErrors())
            return {};
        if (!seen_.insert({type.getCanonicalType().getUnqualifiedType().getTypePtr(), trait}).second)
            return {};
        if (type->isReferenceType())
            return of_reference(type->getPointeeType(), "reference to ");
        if (type->isPointerType())
            return of_pointer(type, trait);
        if (const clang::ArrayType* array = context_.ast().getAsArrayType(type))
            return why_not(array->getElementType(), trait);
        return type->isRecordType() ? of_record(type.getUnqualifiedType(), trait) : Why();
    }

private:
    std::string quoted(clang::QualType type) const { return checker::quoted(context_, type); }

    /// References lend: several threads may then look at the object, none may change it.
    Why of_reference(clang::QualType object, llvm::StringRef kind)
    {
        if (object->isFunctionType())
            return {};
        if (!object.isConstQualified())
            return "mutable " + kind.str() + quoted(object);
        const clang::CXXRecordDecl* record = record_of(object);
        if (record && record->isPolymorphic() && !record->isEffectivelyFinal())
            return kind.str() + quoted(object) + ", which may be of any derived class";
        return why_not(object, Trait::Sync);
    }

    Why of_pointer(clang::QualType pointer, Trait trait)
    {
        const clang::QualType object = pointer->getPointeeType();
        if (object->isFunctionType())
            return {};
        if (trait == Trait::Send)
            return quoted(pointer) + " is a raw pointer";
        return of_reference(object, "pointer to ");
    }

    Why of_record(clang::QualType type, Trait trait)
    {
        const clang::CXXRecordDecl* record = declared_record_of(type);
        if (!record)
            return {};
        const std::string name = trait == Trait::Send ? "send" : "sync";
        if (is_annotated(record, "not_" + name))
            return quoted(type) + " stays with its thread";
        if (is_annotated(record, name))
            return {};
        for (const auto& [suffix, traits] : conditions)
            if (is_annotated(record, name + "_if_" + suffix.str()))
                return of_arguments(record, traits);
        if (!record->hasDefinition())
            return quoted(type) + " is not defined here";
        if (record->isUnion())
            return quoted(type) + " is a union";
        return of_members(record, trait);
    }

    /// For a class whose trait is that of its arguments. A view refers to them.
    Why of_arguments(const clang::CXXRecordDecl* record, llvm::ArrayRef<Trait> traits)
    {
        Why found;
        const bool is_view = is_annotated(record, "view");
        any_argument(record, [&](clang::QualType argument) {
            for (Trait trait : traits)
                if (!found)
                    found = is_view && !argument->isReferenceType() ? of_reference(argument, "view of ")
                                                                    : why_not(argument, trait);
            return found.has_value();
        });
        return found;
    }

    Why of_members(const clang::CXXRecordDecl* record, Trait trait)
    {
        for (const clang::CXXBaseSpecifier& base : record->bases())
            if (Why found = why_not(base.getType(), trait))
                return "base " + quoted(base.getType()) + ": " + *found;
        if (record->isLambda())
            return of_captures(record, trait);
        for (const clang::FieldDecl* field : record->fields()) {
            if (trait == Trait::Sync && field->isMutable())
                return named(field) + " is mutable";
            if (Why found = why_not(field->getType(), trait))
                return named(field) + ": " + *found;
        }
        return {};
    }

    Why of_captures(const clang::CXXRecordDecl* closure, Trait trait)
    {
        llvm::DenseMap<const clang::ValueDecl*, clang::FieldDecl*> fields;
        clang::FieldDecl* this_field = nullptr;
        closure->getCaptureFields(fields, this_field);
        if (this_field && this_field->getType()->isPointerType())
            return "captures 'this'";
        for (const clang::LambdaCapture& capture : closure->captures()) {
            const clang::ValueDecl* variable = capture.capturesVariable() ? capture.getCapturedVar() : nullptr;
            const clang::FieldDecl* field = variable ? fields.lookup(variable) : nullptr;
            if (!field)
                continue;
            if (Why found = why_not(field->getType(), trait))
                return "captures '" + variable->getNameAsString() + "': " + *found;
        }
        return this_field ? why_not(this_field->getType(), trait) : Why();
    }

    std::string named(const clang::FieldDecl* field) const
    {
        const std::string type = quoted(context_.ast().getCanonicalTagType(field->getParent()));
        return field->getDeclName() ? "field '" + field->getNameAsString() + "' of " + type : "a field of " + type;
    }

    struct Condition {
        llvm::StringRef suffix;
        llvm::ArrayRef<Trait> traits;
    };
    static constexpr Trait send_[] = {Trait::Send};
    static constexpr Trait sync_[] = {Trait::Sync};
    static constexpr Trait both_[] = {Trait::Send, Trait::Sync};
    static inline const Condition conditions[] = {{"send", send_}, {"sync", sync_}, {"sendsync", both_}};

    const Context& context_;
    std::set<std::pair<const clang::Type*, Trait>> seen_;
};

} // namespace

std::optional<std::string> Types::why_not_send(clang::QualType type)
{
    return Search(context_).why_not(type, Trait::Send);
}

std::optional<std::string> Types::why_not_sync(clang::QualType type)
{
    return Search(context_).why_not(type, Trait::Sync);
}

} // namespace keel::checker
