// SPDX-License-Identifier: GPL-2.0
// Notifier chains: lists by priority, as the kernel's, without its locks. A chain that is atomic calls in an interrupt.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/task.hpp>

namespace {

void insert(bindings::notifier_block** at, bindings::notifier_block* block)
{
    for (; *at; at = reinterpret_cast<bindings::notifier_block**>(&(*at)->next)) {
        if (*at == block)
            fake::die("a notifier is put on a chain twice");
        if (block->priority > (*at)->priority)
            break;
    }
    block->next = {*at};
    *at = block;
}

void remove(bindings::notifier_block** at, bindings::notifier_block* block)
{
    for (; *at; at = reinterpret_cast<bindings::notifier_block**>(&(*at)->next))
        if (*at == block) {
            *at = block->next.raw;
            return;
        }
    fake::die("a notifier is taken off a chain that it is not on");
}

void call(bindings::notifier_block* block, unsigned long action, void* event)
{
    for (; block; block = block->next.raw)
        block->notifier_call(block, action, event);
}

template <class Head> bindings::notifier_block** first(Head* chain)
{
    return reinterpret_cast<bindings::notifier_block**>(&chain->head);
}

} // namespace

namespace bindings {
extern "C" {

void init_blocking_notifier_head(blocking_notifier_head* chain) { *first(chain) = nullptr; }
int blocking_notifier_chain_register(blocking_notifier_head* chain, notifier_block* block)
{
    return fake::may_sleep("blocking_notifier_chain_register"), insert(first(chain), block), 0;
}
int blocking_notifier_chain_unregister(blocking_notifier_head* chain, notifier_block* block)
{
    return fake::may_sleep("blocking_notifier_chain_unregister"), remove(first(chain), block), 0;
}
int blocking_notifier_call_chain(blocking_notifier_head* chain, unsigned long action, void* event)
{
    return fake::may_sleep("blocking_notifier_call_chain"), call(*first(chain), action, event), 0;
}

void init_atomic_notifier_head(atomic_notifier_head* chain) { *first(chain) = nullptr; }
int atomic_notifier_chain_register(atomic_notifier_head* chain, notifier_block* block)
{
    return insert(first(chain), block), 0;
}
int atomic_notifier_chain_unregister(atomic_notifier_head* chain, notifier_block* block)
{
    return fake::may_sleep("atomic_notifier_chain_unregister"), remove(first(chain), block), 0;
}
int atomic_notifier_call_chain(atomic_notifier_head* chain, unsigned long action, void* event)
{
    fake::begin_atomic();
    call(*first(chain), action, event);
    fake::end_atomic();
    return 0;
}

} // extern "C"
} // namespace bindings
