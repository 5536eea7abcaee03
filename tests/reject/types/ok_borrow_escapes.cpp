// SPDX-License-Identifier: GPL-2.0
// Owners move into closures; names are literals.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct Shared {
    Mutex<int> count;
};

class Disk {
    static constexpr CStr name = "disk";

public:
    Vec<u8> content;
    misc::Registration<Disk> device;
    misc::Registration<Disk> alias;

    static Disk make(Init<Disk>& init)
    {
        const CStr local = "alias";
        return {
            .content = {},
            .device = misc::Registration<Disk>::start(init, name),
            .alias = misc::Registration<Disk>::start(init, misc::Options(local, 0444)),
        };
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(content, pos); }
};

void spread(const Arc<Shared>& shared, Box<int> box, int number, Str text)
{
    later::spawn([shared = shared.clone(), number] { *shared->count.lock() += number; });
    later::queue([box = move(box)] { (void)*box; });
    later::every(10, [text = Str("tick")] { (void)text.len(); });
    later::hand_over(text.len());
    static constexpr Str greeting = "hello";
    later::queue([] { (void)greeting.len(); });
    const auto twice = [number] { return 2 * number; };
    later::queue(twice);
}
