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

/// Which functions of an object its parts were given to call: `.poll = Thread<T>::start<&T::run>(...)`.
class Starts : public clang::DynamicRecursiveASTVisitor {
public:
    using Methods = std::set<const clang::CXXMethodDecl*>;

    const Methods& given_to(const clang::FieldDecl* field) { return given_[field->getCanonicalDecl()]; }

    bool VisitInitListExpr(clang::InitListExpr* list) override
    {
        const clang::InitListExpr* meant = list->isSemanticForm() ? list : list->getSemanticForm();
        const clang::CXXRecordDecl* record = meant ? record_of(meant->getType()) : nullptr;
        if (!record || record->getNumBases() != 0)
            return true;
        for (const clang::FieldDecl* field : record->fields())
            if (field->getFieldIndex() < meant->getNumInits())
                add_functions(meant->getInit(field->getFieldIndex()), record, given_[field->getCanonicalDecl()]);
        return true;
    }

private:
    static void add_functions(const clang::Stmt* statement, const clang::CXXRecordDecl* record, Methods& to)
    {
        if (!statement)
            return;
        const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(statement);
        const auto* function = reference ? llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl()) : nullptr;
        if (const auto* arguments = function ? function->getTemplateSpecializationArgs() : nullptr)
            for (const clang::TemplateArgument& argument : arguments->asArray())
                if (argument.getKind() == clang::TemplateArgument::Declaration)
                    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(argument.getAsDecl());
                        method && method->getParent()->getCanonicalDecl() == record->getCanonicalDecl())
                        to.insert(method->getCanonicalDecl());
        for (const clang::Stmt* child : statement->children())
            add_functions(child, record, to);
    }

    std::map<const clang::FieldDecl*, Methods> given_;
};

/// Where functions of an object, and those of it that they call, use parts of it.
class UsesOfParts : public clang::DynamicRecursiveASTVisitor {
public:
    UsesOfParts(const clang::CXXRecordDecl* record, const Starts::Methods& functions) : record_ {record}
    {
        for (const clang::CXXMethodDecl* function : functions)
            walk(function);
    }

    bool VisitMemberExpr(clang::MemberExpr* member) override
    {
        if (const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
            field && field->getParent()->getCanonicalDecl() == record_->getCanonicalDecl())
            found.emplace_back(field, member->getMemberLoc());
        if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member->getMemberDecl());
            method && method->getParent()->getCanonicalDecl() == record_->getCanonicalDecl())
            walk(method);
        return true;
    }

    std::vector<std::pair<const clang::FieldDecl*, clang::SourceLocation>> found;

private:
    void walk(const clang::CXXMethodDecl* method)
    {
        const clang::FunctionDecl* definition = method->getDefinition();
        if (definition && seen_.insert(definition).second)
            TraverseStmt(definition->getBody());
    }

    const clang::CXXRecordDecl* record_;
    std::set<const clang::FunctionDecl*> seen_;
};

class PublishLast : public DriverVisitor {
public:
    explicit PublishLast(Context& context) : DriverVisitor(context)
    {
        for (clang::Decl* declaration : context.ast().getTranslationUnitDecl()->decls())
            if (context.is_driver(declaration->getLocation()))
                starts_.TraverseDecl(declaration);
    }

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
        check_callbacks(record);
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

    /// What a part that is live calls, if its start does not say what, can be any function: it uses no part below.
    bool VisitMemberExpr(clang::MemberExpr* use) override
    {
        const auto* field = llvm::dyn_cast<clang::FieldDecl>(use->getMemberDecl());
        const auto* record = field ? llvm::dyn_cast<clang::CXXRecordDecl>(field->getParent()) : nullptr;
        if (!record || ending_ == record || record->isInvalidDecl() || record->isDependentContext() ||
            !applies(use->getMemberLoc()) || !publishes(field->getType(), record, Kind::Active) ||
            (method_ && starts_.given_to(field).contains(method_)))
            return true;
        for (const clang::FieldDecl* above : record->fields())
            if (above->getFieldIndex() < field->getFieldIndex() && starts_.given_to(above).empty() &&
                publishes(above->getType(), record, Kind::Active)) {
                report_use(use->getMemberLoc(), field, above);
                break;
            }
        return true;
    }

    bool TraverseCXXMethodDecl(clang::CXXMethodDecl* method) override
    {
        const clang::CXXMethodDecl* outer = std::exchange(method_, method->getCanonicalDecl());
        const bool go_on = DriverVisitor::TraverseCXXMethodDecl(method);
        method_ = outer;
        return go_on;
    }

    /// The body of a destructor runs while all parts are still there.
    bool TraverseCXXDestructorDecl(clang::CXXDestructorDecl* destructor) override
    {
        const clang::CXXRecordDecl* outer = std::exchange(ending_, destructor->getParent());
        const bool go_on = DriverVisitor::TraverseCXXDestructorDecl(destructor);
        ending_ = outer;
        return go_on;
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

    /// Of two parts that are live at once, what the first one calls may run before the second is built.
    void check_callbacks(const clang::CXXRecordDecl* record)
    {
        for (const clang::FieldDecl* above : record->fields()) {
            const Starts::Methods& given = starts_.given_to(above);
            if (given.empty() || !publishes(above->getType(), record, Kind::Active))
                continue;
            for (const auto& [field, location] : UsesOfParts(record, given).found)
                if (field->getFieldIndex() > above->getFieldIndex() && applies(location) &&
                    publishes(field->getType(), record, Kind::Active))
                    report_use(location, field, above);
        }
    }

    void report_use(clang::SourceLocation location, const clang::FieldDecl* field, const clang::FieldDecl* above)
    {
        context_
            .error(location, "publish-last",
                   "'" + field->getName() + "' may be used before it is built, and after its end")
            .note(above->getLocation(),
                  "by what this member calls, which is live before it: put what both use above them");
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

    Starts starts_;
    std::set<const clang::CXXRecordDecl*> seen_;
    const clang::CXXMethodDecl* method_ = nullptr; // that is walked
    const clang::CXXRecordDecl* ending_ = nullptr; // whose destructor is walked
};

} // namespace

void check_publish_last(Context& context) { PublishLast(context).run(); }

} // namespace keel::checker
