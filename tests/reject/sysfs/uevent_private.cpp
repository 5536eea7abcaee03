// SPDX-License-Identifier: GPL-2.0
// Nobody would call it.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Slot {
    Result<void> uevent(kobject::UeventEnv& env) const { return env.add<"SLOT=1">(); }

public:
    kobject::Registration<Slot> folder;
    Slot(Init<Slot>& init, const KSet& set)
        : folder {kobject::Registration<Slot>::start(init, set, "slot")} // expect-error: uevent must be: public
    {}
};
