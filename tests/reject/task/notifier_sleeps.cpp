// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/task/notifier.hpp>
using namespace keel;
struct Bond {
    Mutex<u32> links;
    Notifier<Bond, u32, Telling::Atomic> link;
    static Bond make(Init<Bond>& init, const Arc<NotifierChain<u32, Telling::Atomic>>& chain)
    {
        return {.links = {}, .link = Notifier<Bond, u32, Telling::Atomic>::start<&Bond::changed>(init, chain.clone())};
    }
    void changed(const u32& link) const { *links.lock() = link; } // expect-error: [keel-atomic-context]
};
