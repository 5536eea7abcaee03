// SPDX-License-Identifier: GPL-2.0
// The lookup may grow the table in which its caller still has an entry.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

struct Entry {
    u32 key = 0;
    u32 uses = 0;
};
class Table {
public:
    Option<Entry&> get(u32 key) KEEL_LIFETIME_BOUND
    {
        if (!entries_.push(Entry {.key = key}, GFP_KERNEL).ok())
            return none;
        return entries_[entries_.len() - 1];
    }

private:
    Vec<Entry> entries_;
};
u32 link(Table& table, u32 from, u32 to)
{
    Entry& source = table.get(from).value();
    Entry& target = table.get(to).value(); // expect-error: [keel-exclusive]
    source.uses++;
    target.uses = source.uses;
    return target.uses;
}
