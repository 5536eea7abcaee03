// SPDX-License-Identifier: GPL-2.0
// Barriers order accesses that are atomic: a plain word that several threads change is shared by nothing that allows it.
#include <keel/prelude.hpp>
#include <keel/sync/barrier.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Device {
    u32 ready;
    Work<Device> work;

    static Device init(Init<Device>& init) { return {.ready = 0, .work = Work<Device>::idle<&Device::run>(init)}; }
    void run() const
    {
        smp_wmb();
        ready = 1; // expect-error: cannot assign to non-static data member
    }
};
