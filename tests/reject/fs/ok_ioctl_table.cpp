// SPDX-License-Identifier: GPL-2.0
// Every kind of command, and a stage.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pair {
    u32 first;
    u32 second;
};
struct Toy {
    Mutex<Pair> kept;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.kept = {}, .device = misc::Registration<Toy>::start(init, "x")}; }
    void nothing() const {}
    Result<long> value(i32 v) const { return static_cast<long>(v); }
    Pair pair(Pair& p) const { return p; }
    void set_pair(Pair& p, const Pair& to) const { p = to; }
    Result<u32> swapped(const fs::File&, u32 v) const { return v; }
    using Ioctls = ioctl::Table<ioctl::Io<'k', 1, &Toy::nothing>, ioctl::IoValue<'k', 2, i32, &Toy::value>,
                                ioctl::Iowr<'k', 3, u32, &Toy::swapped>,
                                ioctl::Locked<&Toy::kept, ioctl::Ior<'k', 4, Pair, &Toy::pair>,
                                              ioctl::Iow<'k', 5, Pair, &Toy::set_pair>>>;
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
