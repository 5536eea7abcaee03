// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    Mutex<u32> pages;
    Work<Cache> trim;
    explicit Cache(Cache& other) : trim {other.trim} {} // expect-error: deleted
};
