// SPDX-License-Identifier: GPL-2.0
// A copy would go over the same bytes again.
// rustc: E0382
#include <keel/prelude.hpp>
#include <keel/uaccess/iov_iter.hpp>

using namespace keel;

Result<u32> receive(IovSource& from)
{
    IovSource again = from; // expect-error: deleted
    TRY(from.read<u32>());
    return again.read<u32>();
}
