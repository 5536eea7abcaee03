// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_NOT_SYNC Scratch {
    int number = 0;
};

int next()
{
    static constexpr Scratch scratch; // expect-error: every thread can reach 'scratch', which is not Sync: 'Scratch' stays with its thread [keel-not-sync]
    return scratch.number;
}
