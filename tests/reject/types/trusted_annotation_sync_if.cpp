// SPDX-License-Identifier: GPL-2.0
// rustc: E0200
#include <keel/prelude.hpp>

using namespace keel;

template <class T> class KEEL_SYNC_IF_SEND Cell { // expect-error: 'keel.sync_if_send' is a promise that nothing verifies [keel-trusted-annotation]
    T value_;
};
