// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/sync/atomic.hpp>
#include <keel/task/work.hpp>

using namespace keel;

namespace {

struct Worker {
    Atomic<usize> runs;
    Work<Worker> work;

    void count() const { runs.inc(); }
};

void queue_flush(const Box<Worker>& worker, usize times)
{
    while (times--) {
        worker->work.queue();
        worker->work.flush();
    }
}

} // namespace

Result<void> measure_task()
{
    auto worker = TRY(Box<Worker>::init(GFP_KERNEL, [](Init<Worker>& init) -> Worker {
        return {.runs = {0}, .work = Work<Worker>::idle<&Worker::count>(init)};
    }));
    measure<queue_flush>("work-queue-flush", 200, worker);
    return {};
}
