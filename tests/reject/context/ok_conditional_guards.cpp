// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void busy(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto h = hits.try_lock();
    if (h.is_none()) {
        ++*total.lock();
        return;
    }
    ++*h.value();
}

void either(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    if (auto h = hits.try_lock(); h.is_some())
        ++*h.value();
    else
        ++*total.lock();
    ++*total.lock();
}

void retried(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    for (;;) {
        {
            auto h = hits.try_lock();
            if (!h.is_some())
                continue;
            if (*h.value() > 3)
                break;
        }
        ++*total.lock();
    }
    ++*total.lock();
}

bool operands(const SpinLock<u32>& hits, const SpinLock<u32>& misses, const Mutex<u32>& total, bool look)
{
    const bool same = *total.lock() == 3 && *hits.lock() == 4;
    *total.lock() = 5;
    const u32 n = look ? *hits.lock() : *misses.lock();
    *total.lock() = n;
    if (look || (*hits.lock() == 3 && *misses.lock() == 4))
        *total.lock() = 6;
    return same && *total.lock() == 7;
}

u32 early(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    if (*hits.lock() > 3)
        return *total.lock();
    auto t = total.lock();
    return *t + *hits.lock();
}
