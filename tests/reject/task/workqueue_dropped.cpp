// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/workqueue.hpp>
using namespace keel;
void make()
{
    Workqueue::create({.name = "mine"}); // expect-error: ignoring return value
}
