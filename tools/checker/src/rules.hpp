// SPDX-License-Identifier: GPL-2.0
// The rules. Each is a file of rules/ (or a folder, for an analysis) with a page docs/rules/<rule>.md.
#pragma once

#include "context.hpp"

namespace keel::checker {

/// Runs every rule over the translation unit.
void check(Context& context);

void check_borrow_field(Context& context);
void check_borrow_global(Context& context);
void check_borrow_out_param(Context& context);
void check_borrow_escapes(Context& context);
void check_erased_owner(Context& context);
void check_not_send(Context& context);
void check_not_sync(Context& context);
void check_pinned(Context& context);
void check_publish_last(Context& context);
void check_return_unbound(Context& context);
void check_trusted_annotation(Context& context);
void check_view_mutability(Context& context);
void check_goto(Context& context);
void check_bindings_reach(Context& context);
void check_unsafe_reason(Context& context);
void check_vla(Context& context);
void check_mutable_global(Context& context);
void check_mutable_field(Context& context);
void check_uninit(Context& context);
void check_hook_name(Context& context);
void check_unsafe_op(Context& context);
/// atomic-context and context-declared, which share what is found out about functions.
void check_effects(Context& context);
/// exclusive, exclusive-args, dangling, use-after-move, move-from-borrow, and in bodies borrow-escapes, return-unbound.
void check_flow(Context& context);

} // namespace keel::checker
