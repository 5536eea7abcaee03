// SPDX-License-Identifier: GPL-2.0
// Warnings, whose report is a line here. A place that warned once is known by its file and line.
#include "fake.hpp"

#include <bindings/core.hpp>

#include <mutex>
#include <set>
#include <utility>

namespace {

std::set<std::pair<const void*, int>> warned;
std::mutex warned_lock;

} // namespace

namespace bindings {
extern "C" {

void warn_at(const char* file, int line) { _printk("# WARNING: at %s:%d\n", file, line); }
void warn_after_text_at(const char* file, int line) { warn_at(file, line); }
void warn_once_at(const char* file, int line)
{
    const std::lock_guard held(warned_lock);
    if (warned.insert({file, line}).second)
        warn_at(file, line);
}

} // extern "C"
} // namespace bindings
