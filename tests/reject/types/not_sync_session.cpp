// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Disk;

class Session {
    struct KEEL_NOT_SYNC Scratch {
        int number = 0;
    };

public:
    Scratch scratch;

    static Session open(Init<Session>&, const Disk&, const fs::File&) { return {}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};

class Disk {
public:
    cdev::Registration<Disk, Session> device; // expect-error: this publishes 'Session' to every thread, which is not Sync: field 'scratch' of 'Session' [keel-not-sync]
};
