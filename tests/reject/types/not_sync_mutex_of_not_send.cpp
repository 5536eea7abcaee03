// SPDX-License-Identifier: GPL-2.0
// A lock lends its data to one thread after the other: it must be Send. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_NOT_SEND Local {
    int number = 0;
};

static const Mutex<Local> shared; // expect-error: every thread can reach 'shared', which is not Sync: 'Local' stays with its thread [keel-not-sync]
