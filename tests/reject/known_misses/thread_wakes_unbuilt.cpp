// SPDX-License-Identifier: GPL-2.0
// known miss: what is live at once may touch what is below it and live, too; at run time: a wake through an unwritten pointer
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>

using namespace keel;

struct Pair {
    Thread<Pair> first;
    Thread<Pair> second; // expect-error: [keel-publish-last]

    static Pair init(Init<Pair>& init)
    {
        return {.first = Thread<Pair>::start<&Pair::run_first>(init, {.name = "first"}),
                .second = Thread<Pair>::start<&Pair::run_second>(init, {.name = "second"})};
    }
    void run_first(const ThisThread& self) const
    {
        while (self.goes_on())
            second.wake();
    }
    void run_second(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(1)))
            ;
    }
};
