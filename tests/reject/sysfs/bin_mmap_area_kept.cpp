// SPDX-License-Identifier: GPL-2.0
// The area is under construction only as long as mmap runs.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Later {
    mm::VmaPages& vma_; // expect-error: field 'vma_' keeps a borrow

public:
    explicit Later(mm::VmaPages& vma KEEL_LIFETIME_BOUND) : vma_ {vma} {}
};
