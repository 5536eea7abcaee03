// SPDX-License-Identifier: GPL-2.0
// A device whose ioctls and mappings use all of keel/mm, for programs that do to it what programs can do (mmap.c).
#include <keel/device/misc.hpp>
#include <keel/mm/pinned_pages.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>

using namespace keel;

/// Where a device's memory is, for the tests of that; 0: nowhere.
static module::Param<"io_start", u64 {0}, "where a device's memory is"> io_start;

/// What is counted of the objects that answer faults.
struct Counts {
    u32 alive, opens, closes, faults, writes;
};

struct Counters {
    Atomic<u32> alive, opens, closes, faults, writes;
};

/// Pages that are made when a process looks at them.
class Lazy {
public:
    Arc<Counters> counters;
    Mutex<KVVec<mm::SharedPage>> pages;
    Atomic<u64> size;
    Atomic<u32> failing; // 0, or how faults end

    ~Lazy() { counters->alive.dec(); }

    usize len() const { return static_cast<usize>(size.load(Relaxed)); }

    Result<mm::SharedPage> fault(const mm::VmFault& fault) const
    {
        counters->faults.inc();
        switch (failing.load(Relaxed)) {
        case 1: // once
            failing.store(0, Relaxed);
            return ENOMEM;
        case 2:
            return EIO;
        case 3: // once
            failing.store(0, Relaxed);
            return EAGAIN;
        default:
            break;
        }
        auto all = pages.lock();
        if (fault.page() >= all->len())
            return EINVAL;
        mm::SharedPage& page = (*all)[fault.page()];
        if (page.is_empty())
            page = TRY(mm::SharedPage::create(GFP_KERNEL));
        return page.clone();
    }

    Result<void> page_mkwrite(const mm::VmFault& fault) const
    {
        if (!fault.is_write() || !fault.vma().is_writable() || fault.address() < fault.vma().start())
            return EIO;
        counters->writes.inc();
        return {};
    }

    void vma_open(const mm::Vma&) const { counters->opens.inc(); }
    void vma_close(const mm::Vma&) const { counters->closes.inc(); }

    static Result<Arc<Lazy>> create(const Arc<Counters>& counters, usize count)
    {
        KVVec<mm::SharedPage> pages;
        TRY(pages.reserve(count, GFP_KERNEL));
        for (usize i = 0; i < count; i++)
            TRY(pages.push_within_capacity(mm::SharedPage()));
        Arc<Lazy> made = TRY(Arc<Lazy>::init(GFP_KERNEL, [&](Init<Lazy>&) -> Lazy {
            counters->alive.inc();
            return {.counters = counters.clone(), .pages = {}, .size = {count * Page::size}, .failing = {}};
        }));
        swap(*made->pages.lock(), pages);
        return made;
    }
};

/// A device's memory, page by page.
class LazyIo {
public:
    mm::IoRegion region;

    usize len() const { return region.len(); }
    mm::Caching caching() const { return mm::Caching::WriteCombining; }
    Result<mm::IoPage> fault(const mm::VmFault& fault) const KEEL_LIFETIME_BOUND { return region.page(fault.page()); }
};

/// Arguments and results of the ioctls.
struct Args {
    u64 address, len, value;
};

class MmapTest;

/// One open file.
class Session {
    static constexpr usize pages_each = 4;
    static constexpr usize lazy_pages = 8;

    enum class Kind : u32 { Buffer, Pages, Folio, ReadOnly, Lazy, Nothing, FailsLate, Twice, Private, Io, LazyIo };

    static constexpr u32 set_kind = ioctl::iow<Args>('m', 1);
    static constexpr u32 get_counts = ioctl::ior<Counts>('m', 2);
    static constexpr u32 resize = ioctl::iow<Args>('m', 3);
    static constexpr u32 unmap = ioctl::iow<Args>('m', 4);
    static constexpr u32 zap = ioctl::iow<Args>('m', 5);
    static constexpr u32 look = ioctl::iowr<Args>('m', 6);
    static constexpr u32 fail = ioctl::iow<Args>('m', 7);
    static constexpr u32 peek = ioctl::iowr<Args>('m', 8);
    static constexpr u32 poke = ioctl::iow<Args>('m', 9);
    static constexpr u32 pin = ioctl::iow<Args>('m', 10);
    static constexpr u32 pin_read = ioctl::iowr<Args>('m', 11);
    static constexpr u32 pin_write = ioctl::iow<Args>('m', 12);
    static constexpr u32 unpin = ioctl::io('m', 13);
    static constexpr u32 keep_mm = ioctl::io('m', 14);
    static constexpr u32 ask_mm = ioctl::ior<Args>('m', 15);
    static constexpr u32 drop_object = ioctl::io('m', 16);

public:
    Arc<Counters> counters;
    Atomic<u32> kind;
    mm::SharedBuffer buffer;
    mm::SharedPages pages;
    mm::SharedPages folio;
    Mutex<Arc<Lazy>> lazy;
    Mutex<Option<mm::PinnedPages>> pinned;
    Mutex<Option<ARef<mm::Mm>>> kept;

    static Session open(Init<Session>& init, const MmapTest& owner, const fs::File& file);

    Result<void> mmap(const fs::File&, mm::VmaNew& vma) const
    {
        switch (kind.load(Relaxed)) {
        case 0:
            return vma.map(buffer);
        case 1:
            return vma.map(pages);
        case 2:
            vma.dont_dump();
            return vma.map(folio);
        case 3:
            TRY(vma.deny_write());
            TRY(vma.deny_exec());
            return vma.map(buffer);
        case 4:
            return vma.serve(TRY(object()));
        case 5:
            return {};
        case 6:
            TRY(vma.serve(TRY(object())));
            return EIO;
        case 7:
            TRY(vma.serve(TRY(object())));
            return vma.map(buffer);
        case 8:
            TRY(vma.demand_shared());
            vma.dont_copy();
            return vma.map(pages);
        case 9:
            return vma.map(TRY(Arc<mm::IoRegion>::create(GFP_KERNEL, TRY(claim()))));
        case 10:
            return vma.serve(TRY(Arc<LazyIo>::create(GFP_KERNEL, TRY(claim()))));
        default:
            return ENODEV;
        }
    }

    Result<long> ioctl(const fs::File& file, u32 cmd, ioctl::Arg arg) const
    {
        if (cmd == get_counts) {
            const Counts now = {.alive = counters->alive.load(Relaxed),
                                .opens = counters->opens.load(Relaxed),
                                .closes = counters->closes.load(Relaxed),
                                .faults = counters->faults.load(Relaxed),
                                .writes = counters->writes.load(Relaxed)};
            TRY(arg.write(now));
            return 0L;
        }
        if (cmd == unpin) {
            pinned.lock()->reset();
            return 0L;
        }
        if (cmd == drop_object) {
            *lazy.lock() = Arc<Lazy>();
            return 0L;
        }
        if (cmd == keep_mm) {
            const CurrentTask me = current();
            Option<const mm::MmUser&> user = mm::mm_of(me);
            if (user.is_none())
                return ESRCH;
            *kept.lock() = ARef<mm::Mm>(user.value().mm());
            return 0L;
        }
        if (cmd == ask_mm) {
            TRY(arg.write(TRY(asked())));
            return 0L;
        }
        Args args = TRY(arg.read<Args>());
        TRY(handle(file, cmd, args));
        if (cmd == look || cmd == peek || cmd == pin_read)
            TRY(arg.write(args));
        return 0L;
    }

private:
    /// Pages in one piece, with their number in them.
    static Result<mm::SharedPages> piece()
    {
        Folio folio = TRY(Folio::create(2, GFP_KERNEL));
        Span<u8> bytes = folio.bytes();
        for (usize i = 0; i < pages_each; i++)
            bytes[i * Page::size] = static_cast<u8>(i + 1);
        return mm::SharedPages::from_folio(move(folio), GFP_KERNEL);
    }

    Result<Arc<Lazy>> object() const
    {
        auto made = lazy.lock();
        if (made->is_empty())
            return ENOENT;
        return made->clone();
    }

    static Result<mm::IoRegion> claim() { return mm::IoRegion::claim(io_start.get(), Page::size, "keel-mmap"); }

    /// 1 if the kept address space is in use, 2 if it also is that of the caller.
    Result<Args> asked() const
    {
        auto mm = kept.lock();
        if (mm->is_none())
            return ENOENT;
        Option<ARef<mm::MmUser>> user = mm->value()->users();
        if (user.is_none())
            return Args {.address = 0, .len = 0, .value = 0};
        const CurrentTask me = current();
        Option<const mm::MmUser&> mine = mm::mm_of(me);
        const bool same = mine.is_some() && mine.value().mm() == user.value()->mm();
        return Args {.address = 0, .len = 0, .value = same ? 2u : 1u};
    }

    Result<void> handle(const fs::File& file, u32 cmd, Args& args) const
    {
        switch (cmd) {
        case set_kind:
            kind.store(static_cast<u32>(args.value), Relaxed);
            return {};
        case resize:
            TRY(object())->size.store(args.len, Relaxed);
            return {};
        case fail:
            TRY(object())->failing.store(static_cast<u32>(args.value), Relaxed);
            return {};
        case unmap:
            mm::unmap_mapping_range(file, static_cast<loff_t>(args.address), static_cast<loff_t>(args.len));
            return {};
        case zap:
            return zap_area(args);
        case look:
            args.value = TRY(look_at(args.address, args.value));
            return {};
        case peek: {
            Array<u8, 1> byte {};
            TRY(buffer.bytes().read(args.address, byte));
            args.value = byte[0];
            return {};
        }
        case poke: {
            const Array<u8, 1> byte = {static_cast<u8>(args.value)};
            return buffer.bytes().write(args.address, byte);
        }
        case pin: {
            mm::PinnedPages made =
                TRY(mm::PinnedPages::pin(args.address, args.len, args.value ? mm::Access::Write : mm::Access::Read));
            auto all = pinned.lock();
            all->reset();
            *all = move(made);
            return {};
        }
        case pin_read: {
            Array<u8, 8> bytes {};
            auto all = pinned.lock();
            if (all->is_none())
                return ENOENT;
            TRY(all->value().read(args.address, bytes));
            args.value = 0;
            for (usize i = 8; i-- > 0;)
                args.value = args.value << 8 | bytes[i];
            return {};
        }
        case pin_write: {
            Array<u8, 8> bytes {};
            for (usize i = 0; i < 8; i++)
                bytes[i] = static_cast<u8>(args.value >> 8 * i);
            auto all = pinned.lock();
            if (all->is_none())
                return ENOENT;
            return all->value().write(args.address, bytes);
        }
        default:
            return ENOTTY;
        }
    }

    static Result<void> zap_area(const Args& args)
    {
        const CurrentTask me = current();
        Option<const mm::MmUser&> mm = mm::mm_of(me);
        if (mm.is_none())
            return ESRCH;
        Option<mm::VmaGuard> vma = mm.value().lock_vma(args.address);
        if (vma.is_none())
            return EFAULT;
        return vma.value()->zap(args.address, args.len);
    }

    static u64 describe(const mm::Vma& vma)
    {
        u64 what = vma.len() / Page::size << 32 | static_cast<u64>(vma.pgoff()) << 16;
        what |= vma.is_readable() ? 1 : 0;
        what |= vma.is_writable() ? 2 : 0;
        what |= vma.is_executable() ? 4 : 0;
        what |= vma.may_be_writable() ? 8 : 0;
        what |= vma.is_shared() ? 16 : 0;
        what |= vma.is_mine() ? 32 : 0;
        what |= vma.object<Lazy>().is_some() ? 64 : 0;
        what |= vma.object<LazyIo>().is_some() ? 128 : 0;
        return what;
    }

    /// What area there is at `address`, found under each of the locks; they agree.
    static Result<u64> look_at(usize address, u64 how)
    {
        const CurrentTask me = current();
        Option<const mm::MmUser&> user = mm::mm_of(me);
        if (user.is_none())
            return ESRCH;
        const mm::MmUser& mm = user.value();
        if (how == 1) {
            auto guard = TRY(mm.mmap_read_lock_killable());
            Option<const mm::Vma&> vma = guard.vma_lookup(address);
            return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(vma.value()));
        }
        if (how == 2) {
            Option<mm::MmUser::ReadGuard> guard = mm.mmap_read_trylock();
            if (guard.is_none())
                return EAGAIN;
            Option<const mm::Vma&> vma = guard.value().vma_lookup(address);
            return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(vma.value()));
        }
        if (how == 3) {
            auto guard = mm.mmap_write_lock();
            Option<const mm::Vma&> vma = guard.vma_lookup(address);
            return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(vma.value()));
        }
        if (how == 4) {
            auto guard = TRY(mm.mmap_write_lock_killable());
            Option<const mm::Vma&> vma = guard.vma_lookup(address);
            return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(vma.value()));
        }
        if (how == 5) {
            Option<mm::VmaGuard> vma = mm.lock_vma(address);
            return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(*vma.value()));
        }
        auto guard = mm.mmap_read_lock();
        Option<const mm::Vma&> vma = guard.vma_lookup(address);
        return vma.is_none() ? Result<u64>(EFAULT) : Result<u64>(describe(vma.value()));
    }
};

class MmapTest {
public:
    Arc<Counters> counters;
    misc::Registration<MmapTest, Session> device;

    static MmapTest init(Init<MmapTest>& init)
    {
        return {.counters = init.take(Arc<Counters>::create(GFP_KERNEL)),
                .device = misc::Registration<MmapTest, Session>::start(init, misc::Options("keel-mmap", 0666))};
    }
};

Session Session::open(Init<Session>& init, const MmapTest& owner, const fs::File&)
{
    return {.counters = owner.counters.clone(),
            .kind = {},
            .buffer = init.take(mm::SharedBuffer::create(pages_each * Page::size - 1)),
            .pages = init.take(mm::SharedPages::create(pages_each, GFP_KERNEL)),
            .folio = init.take(piece()),
            .lazy = init.take(Lazy::create(owner.counters, lazy_pages)),
            .pinned = {},
            .kept = {}};
}

KEEL_MODULE(MmapTest, .license = "GPL", .description = "Mappings of all kinds");
