// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/poll.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
struct Session {
    Mutex<int> room;
    void poll(fs::PollTable<Session>& table) const { table.wait<&Session::room>(); } // expect-error: ends at a WaitQueue
};
