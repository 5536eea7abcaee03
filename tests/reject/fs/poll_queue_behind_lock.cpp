// SPDX-License-Identifier: GPL-2.0
// What a lock protects may go at any time, and the queue with it, while the file still waits on it.
#include <keel/fs/poll.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/alloc/box.hpp>
using namespace keel;
struct Room {
    WaitQueue news;
};
struct Session {
    Mutex<Option<Box<Room>>> room;
    void poll(fs::PollTable<Session>& table) const { table.wait<&Session::room, &Room::news>(); } // expect-error: the way to the queue goes by members
};
