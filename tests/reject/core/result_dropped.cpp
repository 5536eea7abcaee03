// SPDX-License-Identifier: GPL-2.0
// An error nobody looks at is an error lost.
#include <keel/core/result.hpp>
using namespace keel;

Result<void> try_it() { return EIO; }
void caller() { try_it(); } // expect-error: ignoring return value of type 'Result<void>'
