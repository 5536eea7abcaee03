// SPDX-License-Identifier: GPL-2.0
// Two threads of one object: the upper one uses no part below it; who has the whole object may use both.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/completion.hpp>
#include <keel/task/thread.hpp>

using namespace keel;

struct Pair {
    Completion filled;
    Thread<Pair> first;
    Thread<Pair> second;
    misc::Registration<Pair> device;

    static Pair init(Init<Pair>& init)
    {
        return {.filled = {},
                .first = Thread<Pair>::start<&Pair::run_first>(init, {.name = "first"}),
                .second = Thread<Pair>::start<&Pair::run_second>(init, {.name = "second"}),
                .device = misc::Registration<Pair>::start(init, "pair")};
    }
    ~Pair() { second.wake(); }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        wake_both();
        return in.len();
    }
    void wake_both() const
    {
        first.wake();
        second.wake();
    }
    void run_first(const ThisThread& self) const
    {
        while (self.goes_on())
            filled.complete_all();
    }
    void run_second(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(1)))
            first.wake(); // it is above: there before this runs
    }
};
KEEL_MODULE(Pair, .license = "GPL", .description = "x");
