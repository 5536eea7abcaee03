// SPDX-License-Identifier: GPL-2.0
#include <keel/core/parse.hpp>
using namespace keel;
Result<char> read(Str text)
{
    return parse<char>(text); // expect-error: no matching function for call to 'parse'
}
