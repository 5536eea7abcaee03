// SPDX-License-Identifier: GPL-2.0
// Counters that code in any context adds to: a spinlock around plain numbers, copies taken out before they are shown.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

constexpr usize buckets = 16;

/// How long things took, by powers of two.
struct Histogram {
    Array<u64, buckets> counts;
    u64 sum;
    u64 max;

    void add(u64 value)
    {
        counts[bucket_of(value)]++;
        sum += value;
        max = keel::max(max, value);
    }

    u64 total() const
    {
        u64 n = 0;
        for (u64 count : counts)
            n += count;
        return n;
    }

    u64 mean() const
    {
        const u64 n = total();
        return n == 0 ? 0 : sum / n;
    }

    /// The bucket below which `percent` of the values are.
    usize percentile(u64 percent) const
    {
        const u64 wanted = total() * min(percent, u64 {100}) / 100;
        u64 seen = 0;
        for (usize at = 0; at < counts.len(); at++) {
            seen += counts[at];
            if (seen >= wanted)
                return at;
        }
        return counts.len() - 1;
    }

private:
    static usize bucket_of(u64 value)
    {
        usize bucket = 0;
        while (value > 1 && bucket + 1 < buckets) {
            value /= 2;
            bucket++;
        }
        return bucket;
    }
};

struct Summary {
    u64 total;
    u64 mean;
    u64 max;
    u64 median_bucket;
};

/// What interrupt handlers and system calls both touch.
struct Shared {
    Histogram latency;
    Array<u32, 4> errors;
    u64 generation;
};

/// A pool of numbers that was filled where sleeping is allowed, for use where it is not.
class Tickets {
public:
    Result<void> refill(usize wanted)
    {
        TRY(numbers_.reserve(wanted, GFP_KERNEL));
        while (numbers_.len() < wanted) {
            if (!numbers_.push_within_capacity(next_).ok())
                break;
            next_++;
        }
        return {};
    }

    Option<u64> take() { return numbers_.pop(); }

    Result<void> give_back(u64 number) { return numbers_.push_within_capacity(number); }

    usize len() const { return numbers_.len(); }

private:
    Vec<u64> numbers_;
    u64 next_ = 1;
};

class Meter {
    static constexpr u32 summary = ioctl::ior<Summary>('M', 1);
    static constexpr u32 errors = ioctl::ior<Array<u32, 4>>('M', 2);
    static constexpr u32 clear = ioctl::io('M', 3);
    static constexpr u32 ticket = ioctl::ior<u64>('M', 4);

public:
    SpinLock<Shared> shared;
    Mutex<Tickets> tickets;
    misc::Registration<Meter> device;

    static Meter init(Init<Meter>& init)
    {
        Tickets made;
        Result<void> filled = made.refill(64);
        if (!filled.ok())
            init.fail(filled.error());
        return {.shared = {}, .tickets = {move(made)}, .device = misc::Registration<Meter>::start(init, "keel-meter")};
    }

    /// Records numbers, each a u64.
    Result<usize> write(UserReader& in, loff_t&) const
    {
        usize taken = 0;
        while (in.len() >= sizeof(u64)) {
            const u64 value = TRY(in.read<u64>());
            record(value);
            taken += sizeof(u64);
        }
        if (in.len() != 0)
            count_error(0);
        return taken;
    }

    /// Shows the histogram as it is now.
    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        Array<u64, buckets> counts {};
        {
            auto s = shared.lock_irqsave();
            counts = s->latency.counts;
        }
        return out.write_from(as_bytes(counts), pos);
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case summary: {
            const Summary now = summarise();
            TRY(arg.write(now));
            return 0L;
        }
        case errors: {
            const Array<u32, 4> copied = shared.with([](Shared& s) { return s.errors; });
            TRY(arg.write(copied));
            return 0L;
        }
        case clear: {
            auto s = shared.lock_irqsave();
            s->latency = Histogram {};
            s->errors = {};
            s->generation++;
            return 0L;
        }
        case ticket: {
            const u64 number = TRY(draw());
            Result<void> written = arg.write(number);
            if (!written.ok()) {
                give_back(number);
                return written.error();
            }
            return 0L;
        }
        default:
            count_error(1);
            return ENOTTY;
        }
    }

private:
    void record(u64 value) const
    {
        auto s = shared.lock_irqsave();
        s->latency.add(value);
        s->generation++;
    }

    void count_error(usize kind) const
    {
        shared.with([kind](Shared& s) {
            if (kind < s.errors.len())
                s.errors[kind]++;
        });
    }

    Summary summarise() const
    {
        Histogram copied {};
        {
            auto s = shared.lock_irqsave();
            copied = s->latency;
        }
        return {.total = copied.total(), .mean = copied.mean(), .max = copied.max, .median_bucket = copied.percentile(50)};
    }

    Result<u64> draw() const
    {
        auto t = TRY(tickets.lock_interruptible());
        if (t->len() == 0)
            TRY(t->refill(64));
        const Option<u64> number = t->take();
        if (number.is_none())
            return EAGAIN;
        return number.value();
    }

    void give_back(u64 number) const
    {
        auto t = tickets.lock();
        if (!t->give_back(number).ok())
            pr_warn("ticket {} is lost\n", number);
    }
};

} // namespace

KEEL_MODULE(Meter, .license = "GPL", .description = "Counts what happens in any context");
