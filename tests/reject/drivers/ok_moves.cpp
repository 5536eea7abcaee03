// SPDX-License-Identifier: GPL-2.0
// Owners that go from hand to hand, and variables that have a value on every path.
#include <keel/prelude.hpp>

using namespace keel;

namespace {

struct Job {
    u32 id;
    Box<u32> payload;
};

void consume(Box<u32> value) { pr_debug("{}\n", *value); }
Result<void> store(Vec<Box<u32>>& into, Box<u32> value) { return into.push(move(value), GFP_KERNEL); }

/// Moved on every path that ends there, used on the others.
u32 one_or_the_other(Box<u32> value, bool give)
{
    if (give) {
        consume(move(value));
        return 0;
    }
    return *value;
}

/// Moved, and given a new value before the next use.
Result<u32> refill(Box<u32> value)
{
    consume(move(value));
    value = TRY(Box<u32>::create(GFP_KERNEL, 2u));
    return *value;
}

/// A new owner in every round.
Result<void> one_each(Vec<Box<u32>>& into, u32 n)
{
    for (u32 i = 0; i < n; i++) {
        auto value = TRY(Box<u32>::create(GFP_KERNEL, i));
        TRY(store(into, move(value)));
    }
    return {};
}

/// Moved in a loop that it leaves.
Result<bool> offer(Vec<Box<u32>>& into, Box<u32> value, Span<const u32> keys)
{
    for (u32 key : keys) {
        if (key != *value)
            continue;
        TRY(store(into, move(value)));
        return true;
    }
    return false;
}

/// A field moved out of a local aggregate, the other still there.
u32 split(Job job)
{
    consume(move(job.payload));
    return job.id;
}

/// Taken by what leaves an empty value behind.
Box<u32> take(Box<u32>& from)
{
    Box<u32> taken;
    swap(taken, from);
    return taken;
}

Option<Box<u32>> take_first(Vec<Box<u32>>& from)
{
    Option<Box<u32>> last = from.pop();
    if (last.is_some() && !from.is_empty())
        swap(from[0], last.value());
    return last;
}

/// Out of the lock and freed after it.
usize drain(const Mutex<Vec<Box<u32>>>& queue)
{
    Vec<Box<u32>> taken;
    {
        auto q = queue.lock();
        swap(*q, taken);
    }
    return taken.len();
}

/// Into a closure that is its only owner.
u32 captured(Box<u32> value)
{
    auto run = [v = move(value)] { return *v + 1; };
    return run();
}

/// Out of a Result, an Option, a return value.
Result<u32> chain()
{
    Result<Box<u32>> made = Box<u32>::create(GFP_KERNEL, 3u);
    if (!made.ok())
        return made.error();
    Option<Box<u32>> kept = made.take();
    Box<u32> value = kept.take();
    return *value;
}

/// Ended early, by hand.
void end_early(Box<u32>& value, const Mutex<u32>& turn)
{
    value.reset();
    auto t = turn.lock();
    (*t)++;
}

/// A guard handed on.
u32 continue_locked(Mutex<u32>::Guard held)
{
    (*held)++;
    return *held;
}

u32 start_locked(const Mutex<u32>& turn)
{
    auto guard = turn.lock();
    (*guard)++;
    return continue_locked(move(guard));
}

/// Move-only types of a driver: a lease that gives back.
class Lease {
public:
    explicit Lease(const Arc<Mutex<u32>>& open) : open_ {open.clone()} { (*open_->lock())++; }
    Lease(Lease&& other) : open_ {move(other.open_)} {}
    Lease& operator=(Lease other)
    {
        swap(open_, other.open_);
        return *this;
    }
    ~Lease()
    {
        if (!open_.is_empty())
            (*open_->lock())--;
    }

private:
    Arc<Mutex<u32>> open_;
};

Result<u32> leases(const Arc<Mutex<u32>>& open)
{
    Vec<Lease> held;
    Lease first(open);
    Lease second(open);
    first = move(second);
    TRY(held.push(move(first), GFP_KERNEL));
    TRY(held.push(Lease(open), GFP_KERNEL));
    return *open->lock();
}

/// Initialised by what comes, in one expression.
u32 rate_of(bool fast)
{
    const u32 rate = fast ? 400 : 100;
    return rate;
}

u32 price_of(u32 kind)
{
    const u32 price = [kind] {
        switch (kind) {
        case 0:
            return 5u;
        case 1:
            return 7u;
        default:
            return 9u;
        }
    }();
    return price;
}

/// Every member has a value, from an initialiser or from the constructor.
class Channel {
public:
    explicit Channel(u32 rate) : rate_ {rate} {}
    u32 speed() const { return rate_ * lanes_ + static_cast<u32>(log_.len()) + table_[0]; }

private:
    u32 rate_;
    u32 lanes_ = 1;
    Vec<u8> log_;
    Array<u32, 4> table_ {};
};

} // namespace

Result<u32> every_move(Vec<Box<u32>>& pool, const Mutex<Vec<Box<u32>>>& queue, const Mutex<u32>& turn)
{
    auto a = TRY(Box<u32>::create(GFP_KERNEL, 1u));
    auto b = TRY(Box<u32>::create(GFP_KERNEL, 2u));
    auto c = TRY(Box<u32>::create(GFP_KERNEL, 3u));
    auto d = TRY(Box<u32>::create(GFP_KERNEL, 4u));
    auto e = TRY(Box<u32>::create(GFP_KERNEL, 5u));
    u32 sum = one_or_the_other(move(a), true) + TRY(refill(move(b)));
    TRY(one_each(pool, 2));
    const Array<u32, 2> keys {1, 3};
    sum += TRY(offer(pool, move(c), keys)) ? 1 : 0;
    sum += split({.id = 1, .payload = move(d)});
    Box<u32> taken = take(e);
    if (Option<Box<u32>> first = take_first(pool); first.is_some())
        sum += *first.value();
    sum += static_cast<u32>(drain(queue)) + captured(move(taken)) + TRY(chain());
    end_early(e, turn);
    auto open = TRY(Arc<Mutex<u32>>::create(GFP_KERNEL));
    const Channel channel(rate_of(true));
    return sum + start_locked(turn) + TRY(leases(open)) + price_of(1) + channel.speed();
}
