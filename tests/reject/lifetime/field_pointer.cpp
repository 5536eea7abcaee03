// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Node {
    u32 key;
    Node* next; // expect-error: [keel-borrow-field]
};
