// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
class Table {
public:
    const Session& find(usize at) const KEEL_LIFETIME_BOUND
    {
        auto open = open_.lock();
        return *(*open)[at]; // expect-error: [keel-dangling]
    }

private:
    Mutex<Vec<Box<Session>>> open_;
};
