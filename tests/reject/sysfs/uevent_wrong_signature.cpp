// SPDX-License-Identifier: GPL-2.0
// That the variables did not fit must be said.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Slot {
public:
    kobject::Registration<Slot> folder;
    // expect-error@+1: uevent must be: public: Result<void> uevent(kobject::UeventEnv&) const
    Slot(Init<Slot>& init, const KSet& set) : folder {kobject::Registration<Slot>::start(init, set, "slot")} {}
    void uevent(kobject::UeventEnv&) const {}
};
