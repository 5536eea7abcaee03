// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>

using namespace keel;

namespace {

struct Record {
    usize words[8];
};

void new_free(usize& failures, usize times)
{
    while (times--) {
        auto record = Box<Record>::create(GFP_KERNEL);
        if (!record.ok()) {
            failures++;
            continue;
        }
        record.take()->words[0] = times;
    }
}

struct Log {
    Vec<usize> entries;
    usize failures;
};

void push(Log& log, usize times)
{
    while (times--) {
        if (!log.entries.push(times, GFP_KERNEL).ok())
            log.failures++;
    }
    log.entries = Vec<usize>();
}

} // namespace

Result<void> measure_alloc()
{
    usize failures = 0;
    measure<new_free>("box-new-free", 1000, failures);
    Log log = {};
    measure<push>("vec-push", 1024, log);
    if (failures + log.failures != 0)
        return ENOMEM;
    return {};
}
