// SPDX-License-Identifier: GPL-2.0
// Which functions may sleep: by their declaration, or by what their bodies run.
#pragma once

#include "context_list.hpp"
#include "walk.hpp"

namespace keel::checker::effects {

/// Whether something may sleep, and the first step of the way to where it does.
struct Effect {
    Sleeps sleeps = Sleeps::Never;
    /// The operation in the body, or what declares it.
    clang::SourceLocation where;
    /// What is called there; null at the end of the way.
    const clang::FunctionDecl* through = nullptr;
    /// At the end of the way: why.
    std::string reason;
};

class Inference {
public:
    Inference(const Context& context, ContextList list) : context_ {context}, list_ {std::move(list)} {}

    const Context& context() const { return context_; }
    GuardTypes& guards() { return guards_; }

    /// Whether a call of `function` may sleep.
    Effect of(const clang::FunctionDecl* function);

    /// Whether `operation` may sleep. In a body, `ByFlags` is left only if the flags are a parameter of that body's
    /// function.
    Effect of(const Operation& operation);

    /// Adds the way from `effect` to what sleeps to `finding`.
    void explain(Finding& finding, Effect effect);

private:
    /// A body being looked at, for recursion: what it concludes may rest on one further down that is not done.
    struct Answer {
        Effect effect;
        unsigned rests_on;
    };

    Answer look_up(const clang::FunctionDecl* function);
    Answer look_into(const clang::FunctionDecl* function);
    Answer look_at(const Operation& operation);
    std::optional<Effect> declared(const clang::FunctionDecl* function) const;
    Effect without_body(const clang::FunctionDecl* function) const;

    const Context& context_;
    ContextList list_;
    GuardTypes guards_;
    std::map<const clang::FunctionDecl*, Effect> known_;
    std::map<const clang::FunctionDecl*, unsigned> open_;
};

/// Whether `function`, or one that it overrides, is annotated with "keel.`name`" in any of its declarations.
bool declares(const clang::FunctionDecl* function, llvm::StringRef name);

/// Whether functions of `type` are [[clang::nonblocking]].
bool is_nonblocking(clang::QualType type);

} // namespace keel::checker::effects
