// SPDX-License-Identifier: GPL-2.0
#include <keel/core/str.hpp>
keel::CStr name = "a\0b"; // expect-error: is not a constant expression
