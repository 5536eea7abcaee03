// SPDX-License-Identifier: GPL-2.0
// A default member that refers to a temporary.
// rustc: E0716
#include <keel/core/types.hpp>
void use(const int&);
struct KEEL_VIEW Limit {
    const int& most;
    Limit(const int& most KEEL_LIFETIME_BOUND = 5) : most {most} {}
};
void caller()
{
    Limit limit; // expect-error: 'limit' borrows from a temporary that ends with this statement [keel-dangling]
    use(limit.most);
}
