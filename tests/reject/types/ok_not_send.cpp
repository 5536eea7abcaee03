// SPDX-License-Identifier: GPL-2.0
// Owners, counted and locked objects go anywhere.
#include <keel/device/device.hpp>
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct State {
    Vec<CString> names;
    Option<Box<int>> last;
    Result<u32> code;
    int table[4];
    void (*hook)();
};

struct KEEL_VIEW Shown {
    const State& state;
    Span<const int> table;
    Str text;
};

struct Tree {
    Arc<Tree> left;
    Arc<Tree> right;
    Mutex<State> state;
    ARef<Device> device;
};

void pass(State state, Arc<Tree> tree, Vec<Box<SpinLock<int>>> locks, const Shown& shown)
{
    later::hand_over(move(state));
    later::hand_over(move(tree));
    later::hand_over(move(locks));
    later::hand_over(shown);
    later::hand_over([n = 3, text = Str("a")] { return n; });
}
