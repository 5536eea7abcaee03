// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/file.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<loff_t> seek(const SpinLock<Vec<u8>>& text, const fs::File& file, loff_t offset)
{
    auto t = text.lock();
    return file.seek(offset, fs::Whence::Set, static_cast<loff_t>(t->len())); // expect-error: [keel-atomic-context]
}
