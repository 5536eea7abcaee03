// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/file.hpp>
#include <keel/prelude.hpp>

using namespace keel;

bool nonblocking()
{
    fs::File file; // expect-error: deleted
    return file.is_nonblocking();
}
