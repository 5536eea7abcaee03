// SPDX-License-Identifier: GPL-2.0
// A read only writes to the process.
#include <keel/prelude.hpp>
#include <keel/uaccess/iov_iter.hpp>

using namespace keel;

Result<u32> receive(IovDest& to) { return to.read<u32>(); } // expect-error: no member named 'read'
