// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
constexpr keel::Array<int, 2> pair = {1, 2};
constexpr int third = pair[2]; // expect-error: must be initialized by a constant expression
