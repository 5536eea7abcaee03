// SPDX-License-Identifier: GPL-2.0
// A reservation is in the table of its own process.
// rustc: E0277
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Job {
    fs::FdReservation fd;
};
void start(Job job)
{
    later::hand_over(move(job)); // expect-error: [keel-not-send]
}
