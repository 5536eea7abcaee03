// SPDX-License-Identifier: GPL-2.0
// What is made at compile time points to constants only.
#include <keel/prelude.hpp>

using namespace keel;

static constexpr Str greeting = "hello";
static constexpr u32 primes[] = {2, 3, 5, 7};
static constexpr Span<const u32> all_primes = Span(primes);
static constexpr const char* words[] = {"one", "two"};
static constinit const CStr name = "keel";
static constexpr const u32& two = primes[0];

struct Table {
    static constexpr Str title = "numbers";
};

usize total() { return greeting.len() + all_primes.len() + name.len() + Table::title.len() + sizeof(words) + two; }
