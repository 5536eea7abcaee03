// SPDX-License-Identifier: GPL-2.0
// A module of which everything that can come later is still to come, or keeps coming, when it is unloaded. Half of its
// members reach those that end before them.
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/task/notifier.hpp>
#include <keel/task/shared_work.hpp>
#include <keel/task/thread.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>

using namespace keel;

/// An object that only the queue keeps alive.
struct Letter {
    SharedWork<Letter> arrival = SharedWork<Letter>::idle<&Letter::arrive>();

    static void arrive(Arc<Letter> letter)
    {
        sleep(Duration::millis(20));
        if (letter->arrival.is_pending())
            pr_info("it arrives twice\n");
    }
};

/// What readers find: its end runs code of the module.
struct Page {
    Box<u64> number;
};

class Pending {
public:
    static Pending init(Init<Pending>& init)
    {
        Arc<Workqueue> letters =
            init.take(Arc<Workqueue>::create(GFP_KERNEL, init.take(Workqueue::create({.name = "keel_letters"}))));
        Arc<Workqueue> for_work = letters.is_empty() ? Arc<Workqueue>() : letters.clone();
        return Pending {.letters_ = move(letters),
                        .page_ = {},
                        .chain_ = init.take(Arc<NotifierChain<u32>>::create(GFP_KERNEL)),
                        .runs_ = {0},
                        .far_work_ = DelayedWork<Pending>::idle<&Pending::run>(init),
                        .far_timer_ = Timer<Pending>::idle<&Pending::count>(init),
                        .far_hrtimer_ = HrTimer<Pending>::idle<&Pending::never>(init),
                        .busy_work_ = Work<Pending>::idle_on<&Pending::run>(init, move(for_work)),
                        .busy_timer_ = Timer<Pending>::idle<&Pending::tick>(init),
                        .busy_hrtimer_ = HrTimer<Pending>::idle<&Pending::beat>(init),
                        .busy_delayed_ = DelayedWork<Pending>::idle<&Pending::publish>(init),
                        .listener_ = Notifier<Pending, u32>::start<&Pending::hear>(init, chain_of(init)),
                        .thread_ = Thread<Pending>::start<&Pending::loop>(init, {.name = "keel_pending"})};
    }

    Arc<Workqueue> letters_;
    RcuPtr<Page> page_;
    Arc<NotifierChain<u32>> chain_;
    Atomic<u64> runs_;
    DelayedWork<Pending> far_work_;
    Timer<Pending> far_timer_;
    HrTimer<Pending> far_hrtimer_;
    Work<Pending> busy_work_;
    Timer<Pending> busy_timer_;
    HrTimer<Pending> busy_hrtimer_;
    DelayedWork<Pending> busy_delayed_;
    Notifier<Pending, u32> listener_;
    Thread<Pending> thread_;

private:
    /// A chain for the listener: an empty one if there is no memory, and the load fails then.
    static Arc<NotifierChain<u32>> chain_of(Init<Pending>& init)
    {
        return init.take(Arc<NotifierChain<u32>>::create(GFP_KERNEL));
    }

    void count() const { runs_.inc(); }
    Option<Duration> never() const { return none; }
    void hear(const u32&) const { count(); }

    void run() const
    {
        count();
        busy_work_.queue();
        busy_timer_.arm(Duration());
    }
    void tick() const
    {
        count();
        busy_work_.queue();
        busy_hrtimer_.arm(Duration::micros(50));
        far_work_.requeue_after(Duration::secs(3'600));
    }
    Option<Duration> beat() const
    {
        busy_delayed_.queue_after(Duration::nanos(1));
        far_timer_.arm(Duration::secs(3'600));
        return Duration::micros(200);
    }
    void publish() const
    {
        chain_->tell(1);
        far_hrtimer_.arm(Duration::secs(3'600));
        if (auto letter = Arc<Letter>::init(GFP_KERNEL, [](Init<Letter>&) -> Letter { return {}; }); letter.ok()) {
            const Arc<Letter> sent = letter.take();
            SharedWork<Letter>::queue(sent, &Letter::arrival, *letters_);
        }
        auto number = Box<u64>::create(GFP_KERNEL, 1u);
        if (!number.ok())
            return;
        if (auto page = RcuBox<Page>::create(GFP_KERNEL, number.take()); page.ok())
            page_.replace(page.take());
    }

    void loop(const ThisThread& self) const
    {
        busy_work_.queue();
        while (self.wait(Duration::micros(500))) {
            const auto section = rcu::read();
            if (const auto page = page_.get(section); page.is_some() && *page.value().number == 1)
                count();
        }
        pr_info("{} runs\n", runs_.load(Relaxed));
    }
};

KEEL_MODULE(Pending, .license = "GPL", .description = "Is unloaded while everything is pending");
