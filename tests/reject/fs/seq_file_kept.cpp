// SPDX-License-Identifier: GPL-2.0
// Where a text goes is there for one call.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    fs::SeqFile log;
    debugfs::Registration<Nic> debug; // expect-error: field 'log' of 'Nic': 'fs::SeqFile' stays with its thread
    // expect-error@-1: which is not Sync
};
