// SPDX-License-Identifier: GPL-2.0
// A module that says much, for messages.sh.
#include <keel/module.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

void speak(u32 n)
{
    pr_debug("debugging {} of {}\n", n, Str("many"));
    pr_warn_once("once {}\n", n);
    pr_notice_ratelimited("limited {}\n", n);
}

} // namespace

struct Messages {
    static Messages init(Init<Messages>&)
    {
        for (u32 n = 0; n < 30; n++)
            speak(n);
        return {};
    }
};

KEEL_MODULE(Messages, .license = "GPL", .description = "Says much");
