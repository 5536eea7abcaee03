// SPDX-License-Identifier: GPL-2.0
// How model tests (tests/vm/models) run on the host.
#pragma once

#include "fake/fake.hpp"

#include "../../vm/models/model.hpp"

namespace model {

/// Reports whether `run(seed)` holds for each of `seeds` seeds, and that nothing is left behind; for main.
template <class Run> int check(CStr name, u64 seeds, Run run)
{
    test::report<"KTAP version 1\n">();
    test::report<"1..1\n">();
    u64 failed = 0;
    for (u64 seed = 1; seed <= seeds && failed == 0; seed++)
        if (!run(seed) || fake::allocations_alive() != 0 || fake::locks_held() != 0)
            failed = seed;
    test::report<"# the first seed that fails: {} (0: none of {})\n">(failed, seeds);
    test::report<"{} 1 {}\n">(CStr::from_raw(failed ? "not ok" : "ok"), name);
    return failed ? 1 : 0;
}

/// Lets `run` do as the bytes of a fuzzer say, and ends the program if that goes wrong; for LLVMFuzzerTestOneInput.
template <class Run> int fuzz(const u8* bytes, usize len, Run run)
{
    if (len == 0)
        return 0;
    if (!run(Choices(Span<const u8>::from_raw(bytes, len))))
        fake::die("the container does not do as its model does");
    if (fake::allocations_alive() != 0 || fake::locks_held() != 0)
        fake::die("memory or a lock is left behind");
    return 0;
}

} // namespace model
