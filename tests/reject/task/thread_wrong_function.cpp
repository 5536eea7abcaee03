// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;
struct Logger {
    Thread<Logger> writer;
    static Logger init(Init<Logger>& init)
    {
        return {.writer = Thread<Logger>::start<&Logger::write>(init, {.name = "logger"})}; // expect-error: a Thread runs: void function(const ThisThread&) const, of its T
    }
    void write() const {}
};
