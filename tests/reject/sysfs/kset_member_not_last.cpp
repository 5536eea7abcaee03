// SPDX-License-Identifier: GPL-2.0
// The event that tells of the member reads what is built after it.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Slot {
public:
    kobject::Registration<Slot> folder;
    Mutex<u32> level; // expect-error: is built after the object was published

    Slot(Init<Slot>& init, const KSet& set) : folder {kobject::Registration<Slot>::start(init, set, "slot")}, level {0u}
    {}
    Result<void> uevent(kobject::UeventEnv& env) const { return env.add<"LEVEL={}">(*level.lock()); }
};
Result<Box<Slot>> make(const KSet& set)
{
    return Box<Slot>::init(GFP_KERNEL, [&](Init<Slot>& init) -> Slot { return Slot(init, set); });
}
