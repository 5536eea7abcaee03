// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

struct Log { Vec<u8> bytes; };
Result<void> add(const Arc<Log>& log)
{
    return log->bytes.push(u8 {1}, GFP_KERNEL); // expect-error: no matching member function
}
