// SPDX-License-Identifier: GPL-2.0
// A class that is destroyed elsewhere.
#include <keel/prelude.hpp>

using namespace keel;

struct Impl;

class KEEL_VIEW Handle {
public:
    explicit Handle(Impl& impl) : impl_ {&impl} {}
    Handle(const Handle&) = delete;
    ~Handle();

private:
    Impl* impl_; // expect-error: field 'impl_' points to a class that is not defined here [keel-erased-owner]
};
