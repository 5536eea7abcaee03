// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

class Session {
public:
    static u32 open() { return ++opened_; }

private:
    static inline constinit u32 opened_ = 0; // expect-error: [keel-mutable-global]
};
