// SPDX-License-Identifier: GPL-2.0
#include "effects.hpp"

#include "rules.hpp"

namespace keel::checker {

void check_effects(Context& context)
{
    std::string problem;
    std::optional<effects::ContextList> list = effects::ContextList::read(context.context_list(), problem);
    if (!list) {
        context.error({}, "atomic-context", "the list of C functions that never sleep cannot be read: " + problem);
        return;
    }
    effects::Inference inference(context, std::move(*list));
    effects::check_atomic_context(context, inference);
    effects::check_context_declared(context, inference);
    effects::check_nonblocking_conversion(context);
}

} // namespace keel::checker
