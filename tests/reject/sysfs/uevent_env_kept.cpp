// SPDX-License-Identifier: GPL-2.0
// The event is sent when uevent returns; the environment is gone then.
#include <keel/prelude.hpp>
#include <keel/sysfs/uevent.hpp>
using namespace keel;
class Later {
    kobject::UeventEnv& env_; // expect-error: field 'env_' keeps a borrow

public:
    explicit Later(kobject::UeventEnv& env KEEL_LIFETIME_BOUND) : env_ {env} {}
};
