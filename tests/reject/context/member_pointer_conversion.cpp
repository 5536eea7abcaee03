// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Part {
    void stop();
};

using Stop = void (Part::*)() [[clang::nonblocking]];

Stop stop_of()
{
    // expect-error@+1: which its type does not say [keel-atomic-context]
    return &Part::stop;
}
