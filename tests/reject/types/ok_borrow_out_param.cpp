// SPDX-License-Identifier: GPL-2.0
// Owners by reference, views by value, guards that cannot be reseated.
#include <keel/prelude.hpp>

using namespace keel;

Result<void> fill(Vec<u8>& out, Span<const u8> from) { return out.extend(from, GFP_KERNEL); }
void count(Mutex<int>::Guard& held) { *held += 1; }
void start(Init<Vec<int>>& init) { init.fail(EINVAL); }
void bump(int& n, Box<int>& box, const Span<u8>& shown) { n += *box + shown[0]; }

Option<const int&> newest(const Vec<int>& values KEEL_LIFETIME_BOUND) { return values.get(values.len() - 1); }

int last(Vec<int>& values)
{
    Span<int> shown;
    const auto look = [&values](Span<int> part) { return values.len() + part.len(); };
    return static_cast<int>(look(shown));
}
