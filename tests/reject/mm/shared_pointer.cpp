// SPDX-License-Identifier: GPL-2.0
// No number of a process is a pointer of the kernel.
#include <keel/mm/shared.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Header {
    mm::Shared<u8*> data; // expect-error: constraints not satisfied
};
