// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;

struct Logger {
    Mutex<Vec<u32>> lines;
    Thread<Logger> writer;

    static Logger init(Init<Logger>& init)
    {
        return {.lines = {},
                .writer = Thread<Logger>::start<&Logger::write>(init, {.name = "logger", .cpu = 0u})};
    }

    Result<void> log(u32 line) const
    {
        TRY(lines.lock()->push(line, GFP_KERNEL));
        writer.wake();
        return {};
    }

    void suspend() const { writer.park(); }
    void resume() const { writer.unpark(); }

private:
    void write(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(1))) {
            Vec<u32> all;
            {
                auto held = lines.lock();
                swap(*held, all);
            }
            pr_info("{} lines\n", all.len());
        }
    }
};
