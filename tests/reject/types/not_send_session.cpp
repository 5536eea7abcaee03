// SPDX-License-Identifier: GPL-2.0
// An open file is closed by whoever ends last. rustc: E0277
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Disk;

class Session {
public:
    struct KEEL_NOT_SEND State {
        int owner;
    };
    Mutex<State> state;

    static Session open(Init<Session>&, const Disk&, const fs::File&) { return {.state = {}}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};

class Disk {
public:
    misc::Registration<Disk, Session> device; // expect-error: objects of 'Session' are made by one thread and ended by another, and are not Send: field 'state' of 'Session': 'Session::State' stays with its thread [keel-not-send]
};
