// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/completion.hpp>
using namespace keel;
void caller(const Completion& done)
{
    Completion mine(done); // expect-error: call to deleted constructor
    mine.complete();
}
