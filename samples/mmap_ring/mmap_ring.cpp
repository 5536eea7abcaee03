// SPDX-License-Identifier: GPL-2.0
// A ring of bytes in memory that a process shares: the kernel produces, the process consumes without any system call.
#include <keel/device/misc.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>

using namespace keel;

/// The page before the bytes, which the process can write to as it likes. Both indices count bytes and wrap around.
struct Header {
    mm::Shared<u32> produced; // by the kernel, which never reads it back
    mm::Shared<u32> consumed; // by the process
    mm::Shared<u32> capacity; // a power of two; for the process to know
    mm::Shared<u32> offset;   // of the first byte from the beginning of the mapping; likewise
};

class Ring {
    static constexpr u32 capacity = 16 * Page::size;
    static constexpr usize data = Page::size;

public:
    mm::SharedBuffer memory;
    Mutex<u32> produced; // the kernel's own count: the one in the header is a copy for the process
    WaitQueue changed;

    static Ring init(Init<Ring>& init)
    {
        return {.memory = init.take(mm::SharedBuffer::create(data + capacity)), .produced = {0}, .changed = {}};
    }

    /// Says to the process where what is.
    void describe() const
    {
        header().capacity.write_once(capacity);
        header().offset.write_once(data);
    }

    // For mappings whose pages come when they are looked at: mm::VmOperations.
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }

    /// Puts bytes into the ring as far as there is room. EAGAIN: there is none. EIO: the process broke its index.
    Result<usize> produce(UserReader& in) const
    {
        auto count = TRY(produced.lock_interruptible());
        const u32 used = TRY(used_of(*count));
        if (used == capacity)
            return EAGAIN;
        const usize n = min(in.len(), usize {capacity - used}), at = *count % capacity,
                    before_end = min(n, capacity - at);
        TRY(memory.bytes().copy_from(in, data + at, before_end));
        if (n > before_end)
            TRY(memory.bytes().copy_from(in, data, n - before_end));
        // Published as a whole, after the bytes: a write that fails has produced nothing.
        *count += static_cast<u32>(n);
        header().produced.store_release(*count);
        changed.wake_up_all();
        return n;
    }

    /// Empties the ring, also one whose index was broken.
    void reset() const
    {
        auto count = produced.lock();
        *count = 0;
        header().produced.store_release(0);
        header().consumed.store_release(0);
        changed.wake_up_all();
    }

    /// What can be done without waiting.
    fs::PollMask ready() const
    {
        const Result<u32> used = used_of(*produced.lock());
        if (!used.ok())
            return fs::PollMask::Error;
        return (used.value() != 0 ? fs::PollMask::Readable : fs::PollMask::Nothing) |
               (used.value() != capacity ? fs::PollMask::Writable : fs::PollMask::Nothing);
    }

private:
    const Header& header() const KEEL_LIFETIME_BOUND { return memory.bytes().at<Header>(0).value(); }

    /// How many bytes wait. The index is fetched once, and what was fetched is what is checked and used.
    Result<u32> used_of(u32 count) const
    {
        const u32 used = count - header().consumed.load_acquire();
        if (used > capacity)
            return EIO;
        return used;
    }
};

class MmapRing {
    static inline module::Param<"on_demand", false, "map pages when they are looked at, not all at once", 0644>
        on_demand;
    static constexpr u32 reset = ioctl::io('R', 1);

public:
    Arc<Ring> ring;
    misc::Registration<MmapRing> device;

    static MmapRing init(Init<MmapRing>& init)
    {
        Arc<Ring> ring = init.take(Arc<Ring>::init(GFP_KERNEL, Ring::init));
        if (!ring.is_empty())
            ring->describe();
        return {.ring = move(ring), .device = misc::Registration<MmapRing>::start(init, "keel-mmap-ring")};
    }

    Result<void> mmap(const fs::File&, mm::VmaNew& vma) const
    {
        TRY(vma.demand_shared());
        TRY(vma.deny_exec());
        if (on_demand.get())
            return vma.serve(ring.clone());
        return vma.map(ring->memory);
    }

    Result<usize> write(UserReader& in, loff_t&) const { return ring->produce(in); }

    Result<long> ioctl(u32 cmd, ioctl::Arg) const
    {
        if (cmd != reset)
            return ENOTTY;
        ring->reset();
        return 0L;
    }

    fs::PollMask poll(const fs::File&, fs::PollTable<MmapRing>& table) const
    {
        table.wait<&MmapRing::ring, &Ring::changed>();
        return ring->ready();
    }
};

KEEL_MODULE(MmapRing, .license = "GPL", .description = "A ring of bytes shared with a process",
            .author = "The Keel authors");
