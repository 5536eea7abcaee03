// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/notifier.hpp>
using namespace keel;
struct Bond {
    Notifier<Bond, u32> link;
    static Bond make(Init<Bond>& init, const Arc<NotifierChain<u64>>& chain)
    {
        return {.link = Notifier<Bond, u32>::start<&Bond::changed>(init, chain.clone())}; // expect-error: no matching function
    }
    void changed(const u32&) const {}
};
