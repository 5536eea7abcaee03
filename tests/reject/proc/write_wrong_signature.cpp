// SPDX-License-Identifier: GPL-2.0
// What takes text takes all of it, or says why not.
#include <keel/proc/entry.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    proc::Entry<Nic> entry;
    static Nic init(Init<Nic>& init)
    {
        return {.entry = proc::Entry<Nic>::write<&Nic::command>(init, "nic")}; // expect-error: what takes text is: Result<void> write(UserReader&) const
    }
    Result<usize> command(UserReader& in) const { return in.len(); }
};
