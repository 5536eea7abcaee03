// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>

using namespace keel;

struct Pair {
    Thread<Pair> first;
    Thread<Pair> second;

    static Pair init(Init<Pair>& init)
    {
        return {.first = Thread<Pair>::start<&Pair::run_first>(init, {.name = "first"}),
                .second = Thread<Pair>::start<&Pair::run_second>(init, {.name = "second"})};
    }
    void run_first(const ThisThread& self) const
    {
        while (self.goes_on())
            second.wake(); // expect-error: 'second' may be used before it is built, and after its end [keel-publish-last]
    }
    void run_second(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(1)))
            ;
    }
};
