// SPDX-License-Identifier: GPL-2.0
// A set whose members come and go, as it is meant.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Slot {
    u32 number_;
    kobject::Registration<Slot> folder_;

public:
    Slot(Init<Slot>& init, const KSet& set, u32 number)
        : number_ {number}, folder_ {kobject::Registration<Slot>::start(init, set, "slot")}
    {}
    Result<void> uevent(kobject::UeventEnv& env) const
    {
        TRY(env.add<"SLOT={}">(number_));
        return env.add<"SLOT_NAME=none">();
    }
    Result<void> changed() const { return folder_.object().uevent(KObject::Action::Change); }
};
struct Crate {
    KSet slots;
    Mutex<Vec<Box<Slot>>> used;

    static Crate init(Init<Crate>& init)
    {
        return {.slots = init.take(KSet::create("slots", KObject::module())), .used = {}};
    }
    Result<void> add(u32 number) const
    {
        auto slot = TRY(Box<Slot>::init(GFP_KERNEL, [&](Init<Slot>& in) -> Slot { return Slot(in, slots, number); }));
        return used.lock()->push(move(slot), GFP_KERNEL);
    }
};
KEEL_MODULE(Crate, .license = "GPL", .description = "x");
