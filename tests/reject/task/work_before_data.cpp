// SPDX-License-Identifier: GPL-2.0
// The item runs before the data is built, and after it is gone. rustc: none
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    Work<Cache> trim;
    Mutex<Vec<u8>> pages; // expect-error: member 'pages' is built after the object was published, and destroyed before it is withdrawn [keel-publish-last]
    void drop() const { pages.lock()->clear(); }
};
