// SPDX-License-Identifier: GPL-2.0
// A region with a fixed major or one that the kernel chooses, and nodes that come and go as it is told.
#include <keel/device/nodes.hpp>
#include <keel/device/region.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Region {
    static inline module::Param<"major", 0u, "the major number; 0: any", 0444> major;

public:
    cdev::Nodes<40, 0440> nodes;
    cdev::Region<Region> region;

    static Region init(Init<Region>& init)
    {
        return {.nodes = cdev::Nodes<40, 0440>::start(init, "keel-region"),
                .region = cdev::Region<Region>::start(
                    init, {.name = "keel-region", .count = 8, .major = major.get(), .first_minor = 100})};
    }

    /// Each minor reads as its own number, in 4 bytes.
    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const
    {
        return out.write_some(as_bytes(file.minor()));
    }

    Result<void> add(u32 index) const { return nodes.add(region.number(), index, none, "keel-node"); }
    void remove(u32 index) const { nodes.remove(index); }

    using Ioctls =
        ioctl::Table<ioctl::IoValue<'r', 1, u32, &Region::add>, ioctl::IoValue<'r', 2, u32, &Region::remove>>;
};

KEEL_MODULE(Region, .license = "GPL", .description = "Device numbers, and nodes that come and go");
