// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/task/shared_work.hpp>
using namespace keel;

struct Request {
    Mutex<u32> answer;
    SharedWork<Request> done = SharedWork<Request>::idle<&Request::finish>();
    static void finish(Arc<Request> request) { *request->answer.lock() = 42; }
};

class Device {
public:
    static Device init(Init<Device>& init)
    {
        return Device {.queue_ = init.take(Workqueue::create({.name = "device", .max_active = 1})),
                       .errors_ = {},
                       .reset_ = Work<Device>::idle_on<&Device::reset>(init, init.take(resets())),
                       .poll_ = DelayedWork<Device>::idle<&Device::poll>(init)};
    }

    void start() const { poll_.queue_after(Duration::millis(10)); }

    Result<Arc<Request>> ask() const
    {
        auto request = TRY(Arc<Request>::init(GFP_KERNEL, [](Init<Request>&) -> Request { return {.answer = {}}; }));
        SharedWork<Request>::queue(request, &Request::done, queue_);
        return request;
    }

    void irq() const
    {
        if (++*errors_.lock_irqsave() > 3)
            reset_.queue();
    }

    Workqueue queue_;
    SpinLock<u32> errors_;
    Work<Device> reset_;
    DelayedWork<Device> poll_;

private:
    static Result<Arc<Workqueue>> resets()
    {
        return Arc<Workqueue>::create(GFP_KERNEL, TRY(Workqueue::create({.name = "resets", .high_priority = true})));
    }
    void reset() const
    {
        poll_.cancel();
        *errors_.lock() = 0;
        start();
    }
    void poll() const
    {
        auto errors = errors_.lock();
        if (*errors == 0)
            poll_.requeue_after(Duration::secs(1));
    }
};

Result<Box<Device>> probe() { return Box<Device>::init(GFP_KERNEL, Device::init); }
