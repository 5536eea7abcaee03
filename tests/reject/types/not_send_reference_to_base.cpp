// SPDX-License-Identifier: GPL-2.0
// An object of a derived class may be anything. rustc: E0277, dyn Trait is not Sync
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

class Source {
public:
    virtual int next() const = 0;
};

struct KEEL_VIEW Shown {
    const Source& source;
};

void pass(const Source& source)
{
    later::hand_over(Shown {source}); // expect-error: reference to 'const Source', which may be of any derived class [keel-not-send]
}
