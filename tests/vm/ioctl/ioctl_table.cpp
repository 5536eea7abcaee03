// SPDX-License-Identifier: GPL-2.0
// A table with every kind of command, for ioctl_table.c to try.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Pair {
    u32 first;
    u32 second;
    bool operator==(const Pair&) const = default;
};

/// As a 64-bit program has it: a long is eight bytes.
struct Wide {
    long number;
    u64 tag;
};

/// As a 32-bit program has it.
struct [[gnu::packed]] Wide32 {
    i32 number;
    u64 tag;

    Wide widen() const { return {.number = number, .tag = tag}; }
    static Wide32 narrow(const Wide& wide) { return {.number = static_cast<i32>(wide.number), .tag = wide.tag}; }
};

struct Table;

struct Session {
    struct Inner {
        Pair kept;
        i32 level;
        bool is_open;
    };

    /// What the commands of an opened session work on.
    struct KEEL_VIEW Opened {
        Inner& inner;
    };

    Mutex<Inner> inner;

    static Session open(Init<Session>&, const Table&, const fs::File&) { return {.inner = {}}; }

    Result<long> seven() const { return 7L; }
    void nothing() const {}
    Result<void> refuse() const { return EDOM; }
    Result<long> add_one(i32 value) const { return static_cast<long>(value) + 1; }
    Pair swapped(const Pair& pair) const { return {.first = pair.second, .second = pair.first}; }
    Result<u32> half(u32 value) const
    {
        if (value % 2 != 0)
            return ERANGE;
        return value / 2;
    }
    Result<u8> is_nonblocking(const fs::File& file) const { return static_cast<u8>(file.is_nonblocking()); }
    Result<Wide> negated(const Wide& wide) const { return Wide {.number = -wide.number, .tag = ~wide.tag}; }
    u64 large() const { return 0x1122334455667788; }
    u16 medium() const { return 0x99aa; }

    void set_pair(Inner& s, const Pair& pair) const { s.kept = pair; }
    Pair pair(Inner& s) const { return s.kept; }
    void set_open(Inner& s, i32 to) const { s.is_open = to != 0; }

    Result<Opened> opened(Inner& s KEEL_LIFETIME_BOUND) const
    {
        if (!s.is_open)
            return ENODEV;
        return Opened {s};
    }
    void set_level(Opened& o, i32 level) const { o.inner.level = level; }
    Result<i32> level(const Opened& o, const fs::File&) const { return o.inner.level; }
    Result<void> take_level(Opened& o, const ioctl::Out<i32>& to) const
    {
        TRY(to.write(o.inner.level));
        o.inner.level = 0;
        return {};
    }
    Result<long> unknown(Opened&, u32 number) const
    {
        if ((number & 0xff) == 0xee)
            return 99L;
        return ENOTTY;
    }

    using Ioctls = ioctl::Table<
        ioctl::Io<'k', 1, &Session::seven>, ioctl::Io<'k', 2, &Session::nothing>, ioctl::Io<'k', 3, &Session::refuse>,
        ioctl::IoValue<'k', 4, i32, &Session::add_one>, ioctl::Iowr<'k', 5, Pair, &Session::swapped>,
        ioctl::Iowr<'k', 6, u32, &Session::half>, ioctl::Ior<'k', 7, u8, &Session::is_nonblocking>,
        ioctl::Iowr<'k', 8, Wide, &Session::negated, Wide32>,
        ioctl::At<0x4bad, ioctl::Ior<'k', 9, u64, &Session::large>>, ioctl::Ior<'k', 10, u16, &Session::medium>,
        ioctl::Locked<&Session::inner, ioctl::Iow<'k', 20, Pair, &Session::set_pair>,
                      ioctl::Ior<'k', 21, Pair, &Session::pair>, ioctl::Iow<'k', 22, i32, &Session::set_open>,
                      ioctl::With<&Session::opened, ioctl::Iow<'k', 30, i32, &Session::set_level>,
                                  ioctl::Ior<'k', 31, i32, &Session::level>,
                                  ioctl::Ior<'k', 32, i32, &Session::take_level>, ioctl::Else<&Session::unknown>>>>;
};

/// The same where nothing has a twin, and nothing answers what is unknown.
struct Plain {
    static Plain open(Init<Plain>&, const Table&, const fs::File&) { return {}; }
    Result<u32> half(u32 value) const { return value / 2; }
    using Ioctls = ioctl::Table<ioctl::Iowr<'k', 6, u32, &Plain::half>>;
};

struct Table {
    misc::Registration<Table, Session> device;
    misc::Registration<Table, Plain> plain;

    static Table init(Init<Table>& init)
    {
        return {.device = misc::Registration<Table, Session>::start(init, {"ioctl_table", 0600}),
                .plain = misc::Registration<Table, Plain>::start(init, {"ioctl_plain", 0600})};
    }
};

KEEL_MODULE(Table, .license = "GPL", .description = "Commands of every kind");
