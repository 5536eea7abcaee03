// SPDX-License-Identifier: GPL-2.0
// A pipe in a device: a ring of bytes that writers fill and readers empty, with poll and O_NONBLOCK.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

/// A ring of bytes of fixed capacity.
class Ring {
public:
    Result<void> allocate(usize capacity)
    {
        if (capacity == 0)
            return EINVAL;
        Vec<u8> fresh;
        TRY(fresh.resize(capacity, u8 {0}, GFP_KERNEL));
        bytes_ = move(fresh);
        head_ = 0;
        used_ = 0;
        return {};
    }

    usize capacity() const { return bytes_.len(); }
    usize used() const { return used_; }
    usize room() const { return capacity() - used_; }
    bool is_empty() const { return used_ == 0; }

    /// Adds as much of `from` as fits and returns how much that was.
    usize push(Span<const u8> from)
    {
        const usize n = min(from.len(), room());
        for (usize i = 0; i < n; i++)
            bytes_[wrap(head_ + used_ + i)] = from[i];
        used_ += n;
        return n;
    }

    /// Copies up to `into.len()` bytes from the front, without taking them.
    usize peek(Span<u8> into) const
    {
        const usize n = min(into.len(), used_);
        for (usize i = 0; i < n; i++)
            into[i] = bytes_[wrap(head_ + i)];
        return n;
    }

    /// Takes `n` bytes from the front.
    void drop(usize n)
    {
        const usize taken = min(n, used_);
        head_ = wrap(head_ + taken);
        used_ -= taken;
    }

    void clear()
    {
        head_ = 0;
        used_ = 0;
    }

    /// The bytes up to the end of the memory: what one look can show without copying.
    Span<const u8> front() const KEEL_LIFETIME_BOUND
    {
        const usize run = min(used_, capacity() - head_);
        return bytes_.span().slice(head_, run);
    }

private:
    usize wrap(usize at) const { return at % bytes_.len(); }

    Vec<u8> bytes_;
    usize head_ = 0;
    usize used_ = 0;
};

struct Statistics {
    u64 bytes_in;
    u64 bytes_out;
    u64 full;
    u64 empty;
};

class Pipe {
    static constexpr usize default_capacity = 4096;
    static constexpr usize chunk = 128;

    static constexpr u32 get_used = ioctl::ior<u64>('P', 1);
    static constexpr u32 get_statistics = ioctl::ior<Statistics>('P', 2);
    static constexpr u32 set_capacity = ioctl::iow<u64>('P', 3);
    static constexpr u32 reset = ioctl::io('P', 4);

    static inline module::Param<"capacity", 4096u, "bytes that the pipe holds", 0444> capacity;

public:
    Mutex<Ring> ring;
    SpinLock<Statistics> statistics;
    WaitQueue changed;
    misc::Registration<Pipe> device;

    static Pipe init(Init<Pipe>& init)
    {
        Ring made;
        Result<void> allocated = made.allocate(capacity.get() == 0 ? default_capacity : capacity.get());
        if (!allocated.ok())
            init.fail(allocated.error());
        return {.ring = {move(made)},
                .statistics = {},
                .changed = {},
                .device = misc::Registration<Pipe>::start(init, "keel-pipe")};
    }

    ~Pipe()
    {
        const u64 left = ring.with([](Ring& r) { return static_cast<u64>(r.used()); });
        if (left != 0)
            pr_info("{} bytes were never read\n", left);
    }

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const
    {
        auto r = TRY(enter(file));
        if (r->is_empty()) {
            statistics.with([](Statistics& s) { s.empty++; });
            return file.is_nonblocking() ? Result<usize>(EAGAIN) : Result<usize>(usize {0});
        }
        usize total = 0;
        while (out.len() != 0 && !r->is_empty()) {
            Array<u8, chunk> bytes {};
            const usize n = r->peek(bytes.first(min(out.len(), chunk)));
            TRY(out.write_all(bytes.first(n)));
            r->drop(n);
            total += n;
        }
        statistics.with([total](Statistics& s) { s.bytes_out += total; });
        changed.wake_up_all();
        return total;
    }

    Result<usize> write(const fs::File& file, UserReader& in, loff_t&) const
    {
        auto r = TRY(enter(file));
        usize total = 0;
        while (in.len() != 0 && r->room() != 0) {
            Array<u8, chunk> bytes {};
            const usize wanted = min(min(in.len(), r->room()), chunk);
            TRY(in.read_exact(bytes.first(wanted)));
            total += r->push(bytes.first(wanted));
        }
        const bool full = total == 0;
        statistics.with([total, full](Statistics& s) {
            s.bytes_in += total;
            s.full += full ? 1 : 0;
        });
        if (full)
            return EAGAIN;
        changed.wake_up_all();
        return total;
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case get_used: {
            const u64 used = ring.with([](Ring& r) { return static_cast<u64>(r.used()); });
            TRY(arg.write(used));
            return 0L;
        }
        case get_statistics: {
            const Statistics now = statistics.with([](Statistics& s) { return s; });
            TRY(arg.write(now));
            return 0L;
        }
        case set_capacity: {
            const u64 wanted = TRY(arg.read<u64>());
            if (wanted == 0 || wanted > 1u << 20)
                return EINVAL;
            Ring fresh;
            TRY(fresh.allocate(wanted));
            auto r = ring.lock();
            swap(*r, fresh);
            return 0L;
        }
        case reset:
            ring.with([](Ring& r) { r.clear(); });
            changed.wake_up_all();
            return 0L;
        default:
            return ENOTTY;
        }
    }

    fs::PollMask poll(const fs::File&, fs::PollTable<Pipe>& table) const
    {
        table.wait<&Pipe::changed>();
        auto r = ring.lock();
        fs::PollMask mask = fs::PollMask::Nothing;
        if (!r->is_empty())
            mask = mask | fs::PollMask::Readable;
        if (r->room() != 0)
            mask = mask | fs::PollMask::Writable;
        return mask;
    }

private:
    Result<Mutex<Ring>::Guard> enter(const fs::File& file) const KEEL_LIFETIME_BOUND
    {
        if (!file.is_nonblocking())
            return ring.lock_interruptible();
        auto guard = ring.try_lock();
        if (guard.is_none())
            return EAGAIN;
        return guard.take();
    }
};

} // namespace

KEEL_MODULE(Pipe, .license = "GPL", .description = "A pipe in a device");
