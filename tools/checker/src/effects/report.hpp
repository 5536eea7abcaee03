// SPDX-License-Identifier: GPL-2.0
// Says that something sleeps where it must not.
#pragma once

#include "inference.hpp"

namespace keel::checker::effects {

/// Why code must not sleep.
struct Ban {
    llvm::StringRef rule;
    /// The end of the message: "while 'g' puts the CPU in atomic context".
    std::string when;
    /// A step of the path: where the ban comes from. May be invalid.
    clang::SourceLocation where;
    std::string from;
};

/// Reports `operation`, which may sleep as `effect` says.
void report(Context& context, Inference& inference, const Operation& operation, const Effect& effect, const Ban& ban);

/// What may sleep in one body. A variable that ends on several ways out is one violation, on the last of them.
class Violations {
public:
    void add(const Operation& operation, const Effect& effect, const Ban& ban);
    void report_all(Context& context, Inference& inference) const;

private:
    struct Violation {
        Operation operation;
        Effect effect;
        Ban ban;
    };
    std::vector<Violation> found_;
};

/// Reports what may sleep in the body of `function`, all of which is banned. What a library function does through a
/// driver's is reported in the driver's.
void check_body(Context& context, Inference& inference, const clang::FunctionDecl* function, const Ban& ban);

} // namespace keel::checker::effects
