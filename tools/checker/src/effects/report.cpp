// SPDX-License-Identifier: GPL-2.0
#include "report.hpp"

namespace keel::checker::effects {

namespace {

std::string subject_of(const Operation& operation)
{
    switch (operation.kind) {
    case Operation::Kind::Indirect:
        return "a call through a pointer";
    case Operation::Kind::Destruction:
        if (operation.variable && operation.variable->getIdentifier())
            return "the end of '" + operation.variable->getNameAsString() + "'";
        return name_of(operation.function);
    case Operation::Kind::Call:
    case Operation::Kind::Virtual:
        return name_of(operation.function);
    }
    return "this";
}

/// The first function of a driver on the way from `effect` to what sleeps, or null.
const clang::FunctionDecl* drivers_part(const Context& context, Inference& inference, Effect effect)
{
    for (; effect.through; effect = inference.of(effect.through))
        if (context.is_driver(effect.through->getLocation()) && inference.of(effect.through).where.isValid())
            return effect.through;
    return nullptr;
}

} // namespace

void report(Context& context, Inference& inference, const Operation& operation, const Effect& effect, const Ban& ban)
{
    Finding finding = context.error(operation.where, ban.rule, subject_of(operation) + " may sleep " + ban.when);
    if (ban.where.isValid())
        finding.note(ban.where, ban.from);
    if (operation.variable)
        finding.note(operation.variable->getLocation(),
                     "what ends is declared here: end it outside of the atomic section");
    inference.explain(finding, effect);
}

void Violations::add(const Operation& operation, const Effect& effect, const Ban& ban)
{
    const auto same = llvm::find_if(found_, [&](const Violation& earlier) {
        return operation.variable && earlier.operation.variable == operation.variable;
    });
    if (same == found_.end())
        found_.push_back({operation, effect, ban});
    else if (same->operation.where.getRawEncoding() < operation.where.getRawEncoding())
        *same = {operation, effect, ban};
}

void Violations::report_all(Context& context, Inference& inference) const
{
    for (const Violation& violation : found_)
        report(context, inference, violation.operation, violation.effect, violation.ban);
}

void check_body(Context& context, Inference& inference, const clang::FunctionDecl* function, const Ban& ban)
{
    const clang::FunctionDecl* definition = nullptr;
    if (!function->hasBody(definition) || definition->isDependentContext())
        return;
    Violations violations;
    const bool library = !context.is_driver(definition->getLocation());
    walk(definition, context, inference.guards(), [&](const Operation& operation, const Point&) {
        const Effect effect = inference.of(operation);
        if (effect.sleeps == Sleeps::Never)
            return;
        const clang::FunctionDecl* drivers = library ? drivers_part(context, inference, effect) : nullptr;
        const clang::FunctionDecl* its_body = nullptr;
        if (drivers && drivers->hasBody(its_body) && its_body != definition)
            check_body(context, inference, its_body,
                       {"atomic-context", "in " + name_of(drivers) + ", which is called in atomic context",
                        operation.where, name_of(function) + " is called in atomic context, and leads to it"});
        else
            violations.add(operation, effect, ban);
    });
    violations.report_all(context, inference);
}

} // namespace keel::checker::effects
