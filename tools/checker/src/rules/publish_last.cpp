// SPDX-License-Identifier: GPL-2.0
// keel-publish-last: what lets others reach an object is built after the rest of it, and withdrawn before.
#include "annotations.hpp"
#include "expressions.hpp"
#include "parts.hpp"
#include "rules.hpp"
#include "types.hpp"
#include "visitor.hpp"

namespace keel::checker {

namespace {

/// Looks for a change of the object whose function it walks.
class ObjectChanges : public clang::DynamicRecursiveASTVisitor {
public:
    bool TraverseLambdaExpr(clang::LambdaExpr*) override { return true; }

    // What is only read, or lent as const.
    bool TraverseImplicitCastExpr(clang::ImplicitCastExpr* cast) override
    {
        if (cast->getCastKind() == clang::CK_LValueToRValue || refers_to_const(cast->getType()))
            return true;
        return clang::DynamicRecursiveASTVisitor::TraverseImplicitCastExpr(cast);
    }

    bool TraverseMemberExpr(clang::MemberExpr* member) override
    {
        const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member->getMemberDecl());
        if (method && (method->isConst() || method->isStatic()))
            return true;
        return clang::DynamicRecursiveASTVisitor::TraverseMemberExpr(member);
    }

    bool VisitCXXThisExpr(clang::CXXThisExpr* object) override
    {
        found = object->getBeginLoc();
        return false;
    }

    clang::SourceLocation found;

private:
    static bool refers_to_const(clang::QualType type)
    {
        return type.isConstQualified() || (type->isPointerType() && type->getPointeeType().isConstQualified());
    }
};

class PublishLast : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitCXXRecordDecl(clang::CXXRecordDecl* record) override
    {
        if (!record->isThisDeclarationADefinition() || record->isInvalidDecl() || record->isLambda() ||
            record->isDependentContext() || !applies(record->getLocation()))
            return true;
        const Part published = first_publishing(record, Kind::Any);
        if (!published.location.isValid())
            return true;
        const Part active = first_publishing(record, Kind::Active);
        for (const clang::FieldDecl* field : record->fields()) {
            const unsigned index = field->getFieldIndex();
            if (index >= published.next && !publishes(field->getType(), record, Kind::Any))
                report_late(field, published);
            else if (active.location.isValid() && index >= active.next &&
                     !publishes(field->getType(), record, Kind::Active))
                report_late(field, active);
        }
        check_destructor(record, published);
        return true;
    }

    bool VisitCXXConstructorDecl(clang::CXXConstructorDecl* constructor) override
    {
        if (constructor->isInvalidDecl() || constructor->isDependentContext() ||
            !constructor->doesThisDeclarationHaveABody() || constructor->isDefaulted() ||
            !applies(constructor->getLocation()))
            return true;
        const Part published = first_publishing(constructor->getParent(), Kind::Any);
        if (published.location.isValid())
            check_body(constructor, published, "the object is changed after it was published");
        return true;
    }

    /// Outside an object, nothing says what a registration makes reachable.
    bool VisitVarDecl(clang::VarDecl* variable) override
    {
        const clang::CXXRecordDecl* record = record_of(variable->getType());
        if (record && !variable->isInvalidDecl() && is_annotated(record, "publishes") &&
            applies(variable->getLocation()))
            context_
                .error(variable->getLocation(), "publish-last",
                       "'" + variable->getName() + "' publishes an object that it is no member of")
                .note(variable->getLocation(), "make it the last member of the class that it publishes");
        return true;
    }

private:
    /// A base or field that publishes, and the index of the first field built after it.
    struct Part {
        clang::SourceLocation location;
        unsigned next = 0;
    };

    /// What is idle when it is built, a timer, reaches its object when it is asked to; what is active, a device, at
    /// once. So what is active comes after what is idle, too: its callbacks can ask.
    enum class Kind { Any, Active };

    Part first_publishing(const clang::CXXRecordDecl* record, Kind kind)
    {
        for (const clang::CXXBaseSpecifier& base : record->bases())
            if (publishes(base.getType(), record, kind))
                return {base.getBeginLoc(), 0};
        for (const clang::FieldDecl* field : record->fields())
            if (publishes(field->getType(), record, kind))
                return {field->getLocation(), field->getFieldIndex() + 1};
        return {};
    }

    /// Whether an object of `type`, in one of `around`, makes the one around reachable.
    bool publishes(clang::QualType type, const clang::CXXRecordDecl* around, Kind kind)
    {
        const clang::CXXRecordDecl* record = declared_record_of(context_.ast().getBaseElementType(type));
        if (!record || !seen_.insert(record).second)
            return false;
        const auto inner = [&](clang::QualType part) { return publishes(part, around, kind); };
        bool found = is_annotated(record, "publishes") && (kind == Kind::Any || !is_annotated(record, "idle"));
        if (!found && context_.is_driver(record->getLocation()))
            found = record->hasDefinition() && !publishes_itself(record) && any_part(record, inner);
        else if (!found)
            found = any_argument(record, inner);
        seen_.erase(record);
        return found;
    }

    /// Whether the registrations in `record` are all for `record` itself: then they show nothing around it.
    static bool publishes_itself(const clang::CXXRecordDecl* record)
    {
        return llvm::all_of(record->fields(),
                            [record](const clang::FieldDecl* field) {
                                const clang::CXXRecordDecl* part = record_of(field->getType());
                                if (!part || !is_annotated(part, "publishes"))
                                    return true;
                                return any_argument(
                                    part, [record](clang::QualType type) { return record_of(type) == record; });
                            }) &&
               record->getNumBases() == 0 && has_registration(record);
    }

    static bool has_registration(const clang::CXXRecordDecl* record)
    {
        return llvm::any_of(record->fields(), [](const clang::FieldDecl* field) {
            return is_annotated(record_of(field->getType()), "publishes");
        });
    }

    void report_late(const clang::FieldDecl* field, const Part& published)
    {
        context_
            .error(field->getLocation(), "publish-last",
                   "member '" + field->getName() +
                       "' is built after the object was published, and destroyed before it "
                       "is withdrawn")
            .note(published.location, "published here: declare it after all that its callbacks can reach");
    }

    /// While the body of a destructor runs, the members are still there, and what publishes is one.
    void check_destructor(const clang::CXXRecordDecl* record, const Part& published)
    {
        const clang::CXXDestructorDecl* destructor = record->getDestructor();
        const clang::FunctionDecl* definition = destructor ? destructor->getDefinition() : nullptr;
        if (definition && !definition->isDefaulted())
            check_body(definition, published, "the object is changed while it is still published");
    }

    void check_body(const clang::FunctionDecl* function, const Part& published, llvm::StringRef message)
    {
        ObjectChanges changes;
        changes.TraverseStmt(function->getBody());
        if (changes.found.isValid() && applies(changes.found))
            context_.error(changes.found, "publish-last", message)
                .note(published.location,
                      "published by this member: what its callbacks can reach changes only behind a "
                      "lock");
    }

    std::set<const clang::CXXRecordDecl*> seen_;
};

} // namespace

void check_publish_last(Context& context) { PublishLast(context).run(); }

} // namespace keel::checker
