// SPDX-License-Identifier: GPL-2.0
// Files of bytes that processes map, in a folder that comes and goes; maps.c maps them and loses them.
#include <keel/core/parse.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>

using namespace keel;

class Memory {
    static constexpr usize size = 4 * Page::size;

    mm::SharedBuffer buffer_;
    mm::SharedPages pages_;
    kobject::Registration<Memory> folder_;

    Result<void> read_buffer(ByteSink& out, loff_t from) const
    {
        Array<u8, 64> bytes {};
        const usize n = min(out.room(), bytes.len());
        TRY(buffer_.bytes().read(static_cast<usize>(from), bytes.first(n)));
        out.write(bytes.first(n));
        return {};
    }
    Result<void> write_buffer(Span<const u8> in, loff_t at) const
    {
        return buffer_.bytes().write(static_cast<usize>(at), in);
    }
    Result<void> map_buffer(mm::VmaPages& vma) const { return vma.map(buffer_); }
    Result<void> map_pages(mm::VmaPages& vma) const { return vma.map(pages_); }
    Result<void> map_shown(mm::VmaPages& vma) const
    {
        TRY(vma.demand_shared());
        TRY(vma.deny_write());
        TRY(vma.deny_exec());
        vma.dont_copy();
        return vma.map(buffer_);
    }
    Result<void> map_nothing(mm::VmaPages&) const { return {}; }
    Result<void> map_late(mm::VmaPages& vma) const
    {
        TRY(vma.map(buffer_));
        return EIO;
    }
    Result<void> map_twice(mm::VmaPages& vma) const
    {
        TRY(vma.map(buffer_));
        return vma.map(pages_);
    }
    Result<void> map_some(mm::VmaPages& vma) const { return vma.pgoff() % 2 == 0 ? vma.map(buffer_) : vma.map(pages_); }

public:
    using Attributes =
        sysfs::Group<"", sysfs::Bin<"buffer", size, &Memory::read_buffer, &Memory::write_buffer, &Memory::map_buffer>,
                     sysfs::Bin<"pages", size, nullptr, nullptr, &Memory::map_pages, 0600>,
                     sysfs::Bin<"shown", size, nullptr, nullptr, &Memory::map_shown>,
                     sysfs::Bin<"writable", size, nullptr, nullptr, &Memory::map_shown, 0600>,
                     sysfs::Bin<"nothing", size, nullptr, nullptr, &Memory::map_nothing>,
                     sysfs::Bin<"late", size, nullptr, nullptr, &Memory::map_late>,
                     sysfs::Bin<"twice", size, nullptr, nullptr, &Memory::map_twice>,
                     sysfs::Bin<"some", size, nullptr, nullptr, &Memory::map_some>>;

    explicit Memory(Init<Memory>& init)
        : buffer_ {init.take(mm::SharedBuffer::create(size))},
          pages_ {init.take(mm::SharedPages::create(size / Page::size, GFP_KERNEL))},
          folder_ {kobject::Registration<Memory>::start(init, KObject::kernel(), "keel-maps")}
    {}
};

class Maps {
public:
    Mutex<Option<Box<Memory>>> memory;
    kobject::Registration<Maps> folder;

    Result<void> store_there(Str text) const
    {
        const bool is_wanted = TRY(parse<bool>(text));
        auto held = memory.lock();
        held->reset();
        if (is_wanted)
            *held = TRY(Box<Memory>::init(GFP_KERNEL, [](Init<Memory>& init) -> Memory { return Memory(init); }));
        return {};
    }

    using Attributes = sysfs::Group<"", sysfs::Attr<"there", nullptr, &Maps::store_there>>;

    explicit Maps(Init<Maps>& init)
        : memory {none}, folder {kobject::Registration<Maps>::start(init, KObject::module(), "control")}
    {}
    static Maps init(Init<Maps>& init) { return Maps(init); }
};

KEEL_MODULE(Maps, .license = "GPL", .description = "Has memory that processes map by files of /sys");
