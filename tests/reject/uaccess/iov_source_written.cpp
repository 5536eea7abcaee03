// SPDX-License-Identifier: GPL-2.0
// A write only reads from the process.
#include <keel/prelude.hpp>
#include <keel/uaccess/iov_iter.hpp>

using namespace keel;

Result<void> reply(IovSource& from) { return from.write(7u); } // expect-error: no member named 'write'
