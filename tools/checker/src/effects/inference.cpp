// SPDX-License-Identifier: GPL-2.0
#include "inference.hpp"

#include "annotations.hpp"
#include "flags.hpp"

namespace keel::checker::effects {

namespace {

constexpr unsigned rests_on_nothing = ~0u;

/// The declaration of `function` that has its body, or null.
const clang::FunctionDecl* with_body(const clang::FunctionDecl* function)
{
    const clang::FunctionDecl* definition = nullptr;
    return function->hasBody(definition) && !definition->isDependentContext() ? definition : nullptr;
}

/// What the destructor of a class does to its parts; for one that the compiler has not written out.
template <class Look> void each_part(const clang::CXXDestructorDecl* destructor, Look look)
{
    const clang::CXXRecordDecl* record = destructor->getParent();
    for (const clang::FieldDecl* field : record->fields())
        if (const auto operation = destruction_of(field->getType(), field->getLocation()))
            look(*operation);
    for (const clang::CXXBaseSpecifier& base : record->bases())
        if (const auto operation = destruction_of(base.getType(), base.getBeginLoc()))
            look(*operation);
}

} // namespace

bool declares(const clang::FunctionDecl* function, llvm::StringRef name)
{
    for (const clang::FunctionDecl* declaration : function->redecls())
        if (is_annotated(declaration, name))
            return true;
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function))
        for (const clang::CXXMethodDecl* overridden : method->overridden_methods())
            if (declares(overridden, name))
                return true;
    return false;
}

bool is_nonblocking(clang::QualType type)
{
    if (type.isNull())
        return false;
    if (const auto* member = type->getAs<clang::MemberPointerType>())
        type = member->getPointeeType();
    else if (type->isAnyPointerType() || type->isReferenceType())
        type = type->getPointeeType();
    for (const clang::FunctionEffectWithCondition effect : clang::FunctionEffectsRef::get(type))
        if (effect.Effect.kind() == clang::FunctionEffect::Kind::NonBlocking)
            return true;
    return false;
}

Effect Inference::of(const clang::FunctionDecl* function) { return look_up(function).effect; }

Effect Inference::of(const Operation& operation) { return look_at(operation).effect; }

Inference::Answer Inference::look_at(const Operation& operation)
{
    if (operation.kind == Operation::Kind::Indirect) {
        const auto* call = llvm::dyn_cast_or_null<clang::CallExpr>(operation.expression);
        if (call && (is_nonblocking(call->getCallee()->IgnoreParenImpCasts()->getType()) ||
                     is_nonblocking(call->getCallee()->getType())))
            return {{}, rests_on_nothing};
        return {{Sleeps::May, operation.where, nullptr, "which function this calls is known only at run time"},
                rests_on_nothing};
    }
    if (operation.kind == Operation::Kind::Virtual && !declares(operation.function, "any_context"))
        return {{Sleeps::May, operation.where, nullptr,
                 "any override may be called here: declare the virtual function KEEL_ANY_CONTEXT"},
                rests_on_nothing};
    Answer answer = look_up(operation.function);
    if (answer.effect.sleeps == Sleeps::ByFlags) {
        const Sleeps sleeps = by_flags(operation);
        if (sleeps == Sleeps::May)
            return {
                {sleeps, operation.where, nullptr,
                 "its flags let it wait for memory: GFP_ATOMIC does not, or allocate outside of the atomic section"},
                answer.rests_on};
        answer.effect.sleeps = sleeps;
    }
    if (answer.effect.sleeps != Sleeps::Never)
        answer.effect = {answer.effect.sleeps, operation.where, operation.function, ""};
    return answer;
}

Inference::Answer Inference::look_up(const clang::FunctionDecl* function)
{
    function = function->getCanonicalDecl();
    if (const auto found = known_.find(function); found != known_.end())
        return {found->second, rests_on_nothing};
    // In a circle: whatever else is in it decides.
    if (const auto found = open_.find(function); found != open_.end())
        return {{}, found->second};
    Answer answer {{}, rests_on_nothing};
    if (auto effect = declared(function)) {
        answer.effect = *effect;
    } else {
        const auto depth = static_cast<unsigned>(open_.size());
        open_[function] = depth;
        answer = look_into(function);
        open_.erase(function);
        if (answer.rests_on >= depth)
            answer.rests_on = rests_on_nothing;
    }
    // "Never" is final only once all it rests on is known.
    if (answer.effect.sleeps == Sleeps::May || answer.rests_on == rests_on_nothing)
        known_[function] = answer.effect;
    return answer;
}

Inference::Answer Inference::look_into(const clang::FunctionDecl* function)
{
    Answer worst {{}, rests_on_nothing};
    const auto look = [&](const Operation& operation) {
        if (worst.effect.sleeps == Sleeps::May)
            return;
        const Answer answer = look_at(operation);
        worst.rests_on = std::min(worst.rests_on, answer.rests_on);
        if (answer.effect.sleeps > worst.effect.sleeps)
            worst.effect = answer.effect;
    };
    if (const clang::FunctionDecl* definition = with_body(function)) {
        if (!walk(definition, context_, guards_, [&](const Operation& operation, const Point&) { look(operation); }))
            return {{Sleeps::May, definition->getLocation(), nullptr, "its control flow is beyond the checker"},
                    rests_on_nothing};
    } else if (!function->isDefaulted() && !function->isImplicit()) {
        worst.effect = without_body(function);
    } else if (const auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(function)) {
        each_part(destructor, look);
    }
    return worst;
}

std::optional<Effect> Inference::declared(const clang::FunctionDecl* function) const
{
    if (declares(function, "may_sleep"))
        return Effect {Sleeps::May, function->getLocation(), nullptr,
                       name_of(function) + " is declared KEEL_MAY_SLEEP"};
    if (declares(function, "any_context") || is_nonblocking(function->getType()))
        return Effect {};
    // trap: after it nothing in this task counts any more.
    if (function->isNoReturn() && context_.trust().origin(function->getLocation()) == Origin::Library)
        return Effect {};
    if (context_.trust().origin(function->getLocation()) == Origin::Bindings &&
        function->getDeclName().isIdentifier()) {
        const Sleeps sleeps = list_.of(function->getName());
        // The generated declaration is not worth showing.
        return Effect {sleeps,
                       {},
                       nullptr,
                       sleeps == Sleeps::May ? name_of(function) + " is a function of the kernel that may sleep" : ""};
    }
    return std::nullopt;
}

Effect Inference::without_body(const clang::FunctionDecl* function) const
{
    return {Sleeps::May, function->getLocation(), nullptr,
            "what " + name_of(function) +
                " does is not known in this file: declare it KEEL_ANY_CONTEXT if it never sleeps"};
}

void Inference::explain(Finding& finding, Effect effect)
{
    while (effect.through) {
        const Effect next = of(effect.through);
        if (next.through)
            finding.note(next.where, name_of(effect.through) + " runs " + name_of(next.through) + " here");
        effect = next;
    }
    if (!effect.reason.empty())
        finding.note(effect.where, effect.reason);
}

} // namespace keel::checker::effects
