// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

class Log {
public:
    Result<void> add(u8 byte) const { return bytes_.push(byte, GFP_KERNEL); }

private:
    mutable Vec<u8> bytes_; // expect-error: [keel-mutable-field]
};
