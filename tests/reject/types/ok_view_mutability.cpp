// SPDX-License-Identifier: GPL-2.0
// Views by value, mutable views, reads through const views.
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Writer {
    Vec<int>& to;
    Span<u8> scratch;

    void clear()
    {
        to.clear();
        scratch[0] = 1;
    }
    usize len() const { return to.len() + scratch.len(); }
    int first() const { return to[0]; }
};

usize read(const Writer& writer, const Span<int>& values)
{
    usize sum = writer.len() + static_cast<usize>(writer.to[0]) + writer.scratch[0];
    for (int value : values)
        sum += static_cast<usize>(value);
    for (const int& value : values)
        sum += static_cast<usize>(value);
    const Vec<int>& shown = writer.to;
    Span<const int> reading = values;
    return sum + shown.len() + reading.len() + values.first(1).len();
}

void change_lent(Writer& writer)
{
    writer.clear();
    writer.to.clear();
}

void change(Writer writer, Span<int> values, const Mutex<Vec<int>>& lock)
{
    writer.clear();
    values[0] = 1;
    for (int& value : values)
        value = 2;
    const Span<int> part = values.first(2);
    part[1] = 3;
    const auto held = lock.lock();
    held->clear();
    lock.lock()->clear();
    const auto zero = [part] { part[0] = 0; };
    zero();
    if (Option<Mutex<Vec<int>>::Guard> maybe = lock.try_lock(); maybe.is_some())
        maybe.value()->clear();
}
