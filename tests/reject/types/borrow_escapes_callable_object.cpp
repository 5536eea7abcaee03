// SPDX-License-Identifier: GPL-2.0
// Classes that are called are held to the same.
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct KEEL_VIEW Printer {
    Str text;
    void operator()() const {}
};

void print(Str text)
{
    later::queue(Printer {.text = text}); // expect-error: this is kept after the call, and borrows: 'Printer' [keel-borrow-escapes]
}
