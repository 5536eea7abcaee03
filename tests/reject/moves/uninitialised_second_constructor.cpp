// SPDX-License-Identifier: GPL-2.0
// One of two constructors forgets a member.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

class Device {
public:
    Device() : port_ {1}, speed_ {2} {}
    explicit Device(u32 port) : port_ {port} {} // expect-error: [keel-uninit]
    u32 speed() const { return speed_ + port_; }

private:
    u32 port_;
    u32 speed_;
};
