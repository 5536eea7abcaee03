// SPDX-License-Identifier: GPL-2.0
// Work of three priorities: submitted by ioctl, taken by workers that read, with limits, timeouts and statistics.
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

enum class Priority : u8 { High, Normal, Low };

/// What user space submits.
struct Submission {
    u32 kind;
    u32 priority;
    u64 cookie;
};

/// What a worker gets.
struct Assignment {
    u64 id;
    u64 cookie;
    u32 kind;
    u32 waiting;
};

struct Totals {
    u64 submitted;
    u64 assigned;
    u64 cancelled;
};

Option<Priority> priority_of(u32 raw)
{
    switch (raw) {
    case 0:
        return Priority::High;
    case 1:
        return Priority::Normal;
    case 2:
        return Priority::Low;
    default:
        return none;
    }
}

constexpr usize index_of(Priority priority)
{
    switch (priority) {
    case Priority::High:
        return 0;
    case Priority::Normal:
        return 1;
    case Priority::Low:
        return 2;
    }
    return 2;
}

/// One piece of work.
class Job {
public:
    Job(u64 id, const Submission& from) : id_ {id}, cookie_ {from.cookie}, kind_ {from.kind} {}

    u64 id() const { return id_; }
    u64 cookie() const { return cookie_; }
    u32 kind() const { return kind_; }

    Assignment assignment(usize waiting) const
    {
        return {.id = id_, .cookie = cookie_, .kind = kind_, .waiting = static_cast<u32>(waiting)};
    }

private:
    u64 id_;
    u64 cookie_;
    u32 kind_;
};

/// Jobs of one priority, first in first out. Taken ones leave a gap at the front that is closed now and then.
class Lane {
public:
    usize len() const { return jobs_.len() - first_; }

    Result<void> add(Box<Job> job)
    {
        compact();
        return jobs_.push(move(job), GFP_KERNEL);
    }

    Option<Box<Job>> take()
    {
        if (len() == 0)
            return none;
        Box<Job> empty;
        swap(empty, jobs_[first_]);
        first_++;
        return empty;
    }

    /// Takes the job `id` out, wherever it is.
    Option<Box<Job>> cancel(u64 id)
    {
        for (usize at = first_; at < jobs_.len(); at++) {
            if (jobs_[at]->id() != id)
                continue;
            Option<Box<Job>> carried = jobs_.pop();
            for (usize i = jobs_.len(); i > at; i--)
                swap(jobs_[i - 1], carried.value());
            return carried;
        }
        return none;
    }

private:
    void compact()
    {
        if (first_ == 0)
            return;
        const usize left = len();
        for (usize i = 0; i < left; i++) {
            Box<Job> moving;
            swap(jobs_[first_ + i], moving);
            swap(jobs_[i], moving);
        }
        jobs_.truncate(left);
        first_ = 0;
    }

    Vec<Box<Job>> jobs_;
    usize first_ = 0;
};

/// The three lanes, and what went through them.
struct Lanes {
    Array<Lane, 3> lanes;
    u64 next_id;
    Totals totals;

    usize waiting() const
    {
        usize sum = 0;
        for (const Lane& lane : lanes)
            sum += lane.len();
        return sum;
    }

    Option<Box<Job>> take()
    {
        for (Lane& lane : lanes) {
            Option<Box<Job>> job = lane.take();
            if (job.is_some()) {
                totals.assigned++;
                return job;
            }
        }
        return none;
    }

    bool cancel(u64 id)
    {
        for (Lane& lane : lanes) {
            if (Option<Box<Job>> job = lane.cancel(id); job.is_some()) {
                totals.cancelled++;
                return true;
            }
        }
        return false;
    }
};

class Scheduler {
    static constexpr u32 submit = ioctl::iowr<Submission>('Q', 1);
    static constexpr u32 cancel = ioctl::iow<u64>('Q', 2);
    static constexpr u32 get_totals = ioctl::ior<Totals>('Q', 3);

    static inline module::Param<"backlog", 256u, "how many jobs may wait", 0644> backlog;

public:
    Mutex<Lanes> lanes;
    WaitQueue arrived;
    cdev::Registration<Scheduler> device;

    static Scheduler init(Init<Scheduler>& init)
    {
        return {.lanes = {}, .arrived = {}, .device = cdev::Registration<Scheduler>::start(init, "keel-jobs")};
    }

    ~Scheduler()
    {
        auto l = lanes.lock();
        while (true) {
            Option<Box<Job>> job = l->take();
            if (job.is_none())
                break;
            pr_notice("job {} was never done\n", job.value()->id());
        }
    }

    /// Gives the next job.
    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const
    {
        if (out.len() < sizeof(Assignment))
            return EINVAL;
        auto l = TRY(lanes.lock_interruptible());
        Option<Box<Job>> next = l->take();
        if (next.is_none())
            return file.is_nonblocking() ? Result<usize>(EAGAIN) : Result<usize>(usize {0});
        const Box<Job> job = next.take();
        const Assignment assignment = job->assignment(l->waiting());
        TRY(out.write(assignment));
        return sizeof(Assignment);
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case submit: {
            const Submission wanted = TRY(arg.read<Submission>());
            const u64 id = TRY(add(wanted));
            pr_debug("job {} of kind {}\n", id, wanted.kind);
            arrived.wake_up_all();
            return 0L;
        }
        case cancel: {
            const u64 id = TRY(arg.read<u64>());
            auto l = lanes.lock();
            if (!l->cancel(id))
                return ENOENT;
            return 0L;
        }
        case get_totals: {
            const Totals now = lanes.with([](Lanes& l) { return l.totals; });
            TRY(arg.write(now));
            return 0L;
        }
        default:
            return ENOTTY;
        }
    }

    fs::PollMask poll(const fs::File&, fs::PollTable<Scheduler>& table) const
    {
        table.wait<&Scheduler::arrived>();
        const usize waiting = lanes.with([](Lanes& l) { return l.waiting(); });
        return waiting != 0 ? fs::PollMask::Readable : fs::PollMask::Nothing;
    }

private:
    Result<u64> add(const Submission& wanted) const
    {
        const Option<Priority> priority = priority_of(wanted.priority);
        if (priority.is_none())
            return EINVAL;
        auto l = TRY(lanes.lock_interruptible());
        if (l->waiting() >= backlog.get())
            return EBUSY;
        const u64 id = l->next_id + 1;
        auto job = TRY(Box<Job>::create(GFP_KERNEL, id, wanted));
        TRY(l->lanes[index_of(priority.value())].add(move(job)));
        l->next_id = id;
        l->totals.submitted++;
        return id;
    }
};

} // namespace

KEEL_MODULE(Scheduler, .license = "GPL", .description = "Jobs of three priorities");
