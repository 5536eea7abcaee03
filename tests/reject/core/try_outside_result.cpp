// SPDX-License-Identifier: GPL-2.0
// TRY passes an error on; a function that returns none has nowhere to pass it.
#include <keel/core/result.hpp>
using namespace keel;

Result<int> count() { return 3; }
int caller() { return TRY(count()); } // expect-error: no viable conversion from returned value of type 'Error'
