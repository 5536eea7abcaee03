// SPDX-License-Identifier: GPL-2.0
// Whoever closes it last ends the object.
// rustc: E0277
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    struct KEEL_NOT_SEND State {
        int count;
    };
    Mutex<State> state;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
Result<ARef<fs::File>> make(Box<Counter> counter)
{
    return fs::AnonInode<Counter>::getfile("[counter]", move(counter)); // expect-error: [keel-not-send]
}
