// SPDX-License-Identifier: GPL-2.0
#include "rules.hpp"

namespace keel::checker {

void check(Context& context)
{
    check_goto(context);
    check_bindings_reach(context);
    check_unsafe_reason(context);
    check_vla(context);
    check_mutable_global(context);
    check_mutable_field(context);
    check_uninit(context);
    check_hook_name(context);
    check_borrow_field(context);
    check_borrow_global(context);
    check_borrow_out_param(context);
    check_borrow_escapes(context);
    check_erased_owner(context);
    check_not_send(context);
    check_not_sync(context);
    check_pinned(context);
    check_publish_last(context);
    check_return_unbound(context);
    check_trusted_annotation(context);
    check_view_mutability(context);
    check_unsafe_op(context);
    check_effects(context);
    check_flow(context);
}

} // namespace keel::checker
