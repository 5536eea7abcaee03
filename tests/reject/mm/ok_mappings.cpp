// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/mm/pinned_pages.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>

using namespace keel;

struct Header {
    mm::Shared<u32> produced;
    mm::Shared<u32> consumed;
    Array<mm::Shared<u64>, 4> times;
};

/// Pages made on demand.
struct Pages {
    Mutex<KVVec<mm::SharedPage>> pages;
    Atomic<u32> writes;

    usize len() const { return pages.lock()->len() * Page::size; }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const
    {
        auto all = pages.lock();
        mm::SharedPage& page = (*all)[fault.page()];
        if (page.is_empty())
            page = TRY(mm::SharedPage::create(GFP_KERNEL));
        return page.clone();
    }
    Result<void> page_mkwrite(const mm::VmFault&) const
    {
        writes.inc();
        return {};
    }
};

struct Window {
    mm::IoRegion registers;
    usize len() const { return registers.len(); }
    mm::Caching caching() const { return mm::Caching::WriteCombining; }
    Result<mm::IoPage> fault(const mm::VmFault& fault) const KEEL_LIFETIME_BOUND
    {
        return registers.page(fault.page());
    }
};

struct Toy {
    mm::SharedBuffer buffer;
    Arc<Pages> pages;
    Arc<Window> window;
    Mutex<Option<mm::PinnedPages>> pinned;
    Mutex<Option<ARef<mm::Mm>>> opener;
    misc::Registration<Toy> device;

    static Toy init(Init<Toy>& init)
    {
        return {.buffer = init.take(mm::SharedBuffer::create(3 * Page::size)),
                .pages = init.take(Arc<Pages>::create(GFP_KERNEL)),
                .window = init.take(window_of(0xfe000000)),
                .pinned = {},
                .opener = {},
                .device = misc::Registration<Toy>::start(init, "toy")};
    }
    static Result<Arc<Window>> window_of(u64 start)
    {
        return Arc<Window>::create(GFP_KERNEL, TRY(mm::IoRegion::claim(start, Page::size, "toy")));
    }

    Result<void> mmap(const fs::File& file, mm::VmaNew& vma) const
    {
        TRY(vma.demand_shared());
        TRY(vma.deny_exec());
        if (file.is_nonblocking())
            return vma.serve(window.clone());
        if (vma.is_writable())
            return vma.serve(pages.clone());
        TRY(vma.deny_write());
        return vma.map(buffer);
    }

    Result<long> ioctl(const fs::File& file, u32 cmd, ioctl::Arg arg) const
    {
        if (cmd == 0) {
            *pinned.lock() = TRY(mm::PinnedPages::pin(arg.value(), 64, mm::Access::Write));
            return 0L;
        }
        if (cmd == 1) {
            mm::unmap_mapping_range(file, 0, Page::size);
            return static_cast<long>(used());
        }
        const CurrentTask me = current();
        Option<const mm::MmUser&> mm = mm::mm_of(me);
        if (mm.is_none())
            return ESRCH;
        if (cmd == 2) {
            Option<mm::VmaGuard> vma = mm.value().lock_vma(arg.value());
            if (vma.is_none())
                return EFAULT;
            TRY(vma.value()->zap(arg.value(), Page::size));
            return 0L;
        }
        *opener.lock() = ARef<mm::Mm>(mm.value().mm());
        auto guard = mm.value().mmap_read_lock();
        Option<const mm::Vma&> vma = guard.vma_lookup(arg.value());
        return vma.is_some() && vma.value().object<Pages>().is_some() ? 1L : 0L;
    }

    u32 used() const
    {
        const Header& header = buffer.bytes().at<Header>(0).value();
        const u32 produced = header.produced.load_acquire();
        header.times[produced % 4].write_once(7);
        return produced - header.consumed.read_once();
    }
};

KEEL_MODULE(Toy, .license = "GPL", .description = "Maps what there is");
