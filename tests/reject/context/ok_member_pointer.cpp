// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Part {
    SpinLock<u32> ticks;
    void tick() const { ++*ticks.lock(); }
};

template <class T, void (T::*function)() const> struct Slot {
    KEEL_ANY_CONTEXT static void call(const T& part)
    {
        UNSAFE("a template argument that names a function is not null") { (part.*function)(); }
    }
};

void use(const Part& part) { Slot<Part, &Part::tick>::call(part); }
