// SPDX-License-Identifier: GPL-2.0
// Devices that come and go as they are told, whoever has them open: see plugs.c.
#include <keel/device/minors.hpp>
#include <keel/device/misc.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>

using namespace keel;

/// What there is, as user space is told.
struct Counts {
    u32 plugs, sessions, releases, finished;
};

struct Counters {
    Atomic<u32> plugs, sessions, releases, finished;
};

/// A device: what is written is there until it is read, up to `most` bytes.
class Plug {
    static constexpr usize most = 64;

public:
    Arc<Counters> counters;
    u32 number;
    Mutex<Vec<u8>> bytes;
    mm::SharedBuffer page;
    WaitQueue unplugged; // woken by `gone` alone
    fs::AsyncQueue fasync;
    cdev::Minor minor;

    static Plug make(Init<Plug>& init, const Arc<Counters>& counters, u32 number)
    {
        counters->plugs.inc();
        return {.counters = counters.clone(),
                .number = number,
                .bytes = {},
                .page = init.take(mm::SharedBuffer::create(Page::size)),
                .unplugged = {},
                .fasync = {},
                .minor = cdev::Minor::start(init)};
    }
    ~Plug() { counters->plugs.dec(); }

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const
    {
        if (!file.is_nonblocking())
            TRY(minor.wait_interruptible([this] { return !bytes.lock()->is_empty(); }));
        auto b = bytes.lock();
        if (b->is_empty())
            return EAGAIN;
        const usize n = TRY(out.write_some(b->span()));
        b->clear();
        minor.wake_up_poll(fs::PollMask::Writable);
        return n;
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        Vec<u8> more;
        const usize n = TRY(in.read_all(more, most, GFP_KERNEL));
        {
            auto b = bytes.lock();
            if (b->len() + n > most)
                return EAGAIN;
            TRY(b->append(more, GFP_KERNEL));
        }
        minor.wake_up_poll(fs::PollMask::Readable);
        return n;
    }

    /// It names no queue: who polls waits by `minor`.
    fs::PollMask poll(const fs::File&, fs::PollTable<Plug>&) const { return can_be_done(); }

    fs::PollMask can_be_done() const
    {
        const usize len = bytes.lock()->len();
        return (len != 0 ? fs::PollMask::Readable : fs::PollMask::Nothing) |
               (len != most ? fs::PollMask::Writable : fs::PollMask::Nothing);
    }

    Result<loff_t> llseek(const fs::File& file, loff_t offset, fs::Whence whence) const
    {
        return file.seek(offset, whence, most);
    }
    Result<void> fsync(const fs::File&, loff_t, loff_t, bool) const { return {}; }
    Result<void> flush(const fs::File&) const { return {}; }
    Result<void> mmap(const fs::File&, mm::VmaNew& vma) const { return vma.map(page); }
    void show_fdinfo(fs::SeqFile& seq, const fs::File&) const { seq.print<"plug:\t{}\n">(number); }
    void release(const fs::File&) const { counters->releases.inc(); }

    Result<long> number_of() const { return static_cast<long>(number); }
    /// Waits for what only `gone` ends, and is not done at once then.
    Result<void> linger() const
    {
        TRY(unplugged.wait_killable([this] { return minor.is_gone(); }));
        sleep(Duration::millis(100));
        counters->finished.inc();
        return {};
    }
    /// What wakes who waits for something to read, or whoever waits.
    void call_readers() const { minor.wake_up_poll(fs::PollMask::Readable); }
    void call_writers() const { minor.wake_up_poll(fs::PollMask::Writable); }

    using Ioctls = ioctl::Table<ioctl::Io<'p', 1, &Plug::number_of>, ioctl::Io<'p', 2, &Plug::linger>,
                                ioctl::Io<'p', 3, &Plug::call_readers>, ioctl::Io<'p', 4, &Plug::call_writers>>;

    void gone() const
    {
        unplugged.wake_up_all();
        fasync.notify(fs::AsyncEvent::HangUp);
    }

    Result<void> show_number(TextPage& text) const
    {
        text.emit<"{}\n">(number);
        return {};
    }
    Result<void> show_first(TextPage& text) const
    {
        TRY(minor.wait_killable([this] { return !bytes.lock()->is_empty(); }));
        text.emit<"{}\n">((*bytes.lock())[0]);
        return {};
    }

    using Attributes =
        sysfs::Group<"", sysfs::Attr<"number", &Plug::show_number>, sysfs::Attr<"first", &Plug::show_first>>;
};

/// An open file that counts for itself.
struct Session {
    Arc<Plug> device;
    Atomic<u32> reads;
    WaitQueue never;

    static Session open(Init<Session>& init, ArcBorrow<Plug> plug, const fs::File& file)
    {
        if (!file.is_readable())
            init.fail(EACCES);
        plug->counters->sessions.inc();
        return {.device = plug.clone(), .reads = {}, .never = {}};
    }
    ~Session() { device->counters->sessions.dec(); }

    Result<usize> read_iter(fs::Kiocb&, IovDest& to) const
    {
        const u32 n = reads.fetch_add(1, Relaxed) + 1;
        TRY(to.write(n));
        return sizeof n;
    }
    /// What it waits on nobody wakes: that the device went it learns nevertheless.
    fs::PollMask poll(const fs::File&, fs::PollTable<Session>& table) const
    {
        table.wait<&Session::never>();
        return fs::PollMask::Nothing;
    }
    void release(const fs::File&) const { device->counters->releases.inc(); }
};

/// Devices that go because what they are part of does.
struct Rack {
    cdev::Minors<Plug> slots;
};

/// A second of a kind that the module has.
struct Second {
    cdev::Minors<Plug, Session> wires;
};

/// The module: two kinds of devices, and one that does with them as it is told.
class Hub {
    static inline module::Param<"major", 0u, "the major number of the wires; 0: any", 0444> major;
    static constexpr u32 wire = 0x100; // in a number: one whose files have a Session each

public:
    Arc<Counters> counters;
    Mutex<Arc<Plug>> last;
    Mutex<Box<Rack>> rack;
    cdev::Minors<Plug, Plug, 0666> plugs;
    cdev::Minors<Plug, Session> wires;
    misc::Registration<Hub> device;

    static Hub init(Init<Hub>& init)
    {
        return {
            .counters = init.take(Arc<Counters>::create(GFP_KERNEL)),
            .last = {},
            .rack = {},
            .plugs = cdev::Minors<Plug, Plug, 0666>::start(init, {.name = "keel-plug", .count = 8, .first_minor = 4}),
            .wires = cdev::Minors<Plug, Session>::start(init, {.name = "keel-wire", .count = 2, .major = major.get()}),
            .device = misc::Registration<Hub>::start(init, "keel-hub")};
    }

    Result<void> add(u32 number) const { return put(number, TRY(make_plug(number))); }
    void remove(u32 number) const { number >= wire ? wires.remove(number - wire) : plugs.remove(number); }
    /// What was added last and removed comes again.
    Result<void> add_again(u32 number) const
    {
        Arc<Plug> again;
        last.with([&](Arc<Plug>& l) { swap(l, again); });
        if (again.is_empty())
            return ENOENT;
        auto unique = UniqueArc<Plug>::from_last(move(again));
        if (unique.is_none())
            return EBUSY;
        return put(number, unique.take());
    }
    void forget() const
    {
        Arc<Plug> dropped;
        last.with([&](Arc<Plug>& l) { swap(l, dropped); });
    }
    /// Makes a rack with a device in it, or ends it, and that with it.
    Result<void> change_rack(u32 is_wanted) const
    {
        Box<Rack> changed;
        if (is_wanted != 0) {
            changed = TRY(Box<Rack>::init(GFP_KERNEL, [](Init<Rack>& init) -> Rack {
                return {.slots = cdev::Minors<Plug>::start(init, {.name = "keel-rack", .count = 1})};
            }));
            (void)TRY(changed->slots.add(0, TRY(make_plug(0))));
        }
        rack.with([&](Box<Rack>& r) { swap(r, changed); });
        return {};
    }
    Result<void> start_second() const
    {
        (void)TRY(Box<Second>::init(GFP_KERNEL, [](Init<Second>& init) -> Second {
            return {.wires = cdev::Minors<Plug, Session>::start(init, {.name = "keel-second", .count = 1})};
        }));
        return {};
    }
    Counts counts() const
    {
        return {.plugs = counters->plugs.load(Relaxed),
                .sessions = counters->sessions.load(Relaxed),
                .releases = counters->releases.load(Relaxed),
                .finished = counters->finished.load(Relaxed)};
    }

    using Ioctls = ioctl::Table<ioctl::IoValue<'h', 1, u32, &Hub::add>, ioctl::IoValue<'h', 2, u32, &Hub::remove>,
                                ioctl::IoValue<'h', 3, u32, &Hub::add_again>, ioctl::Io<'h', 4, &Hub::forget>,
                                ioctl::Ior<'h', 5, Counts, &Hub::counts>,
                                ioctl::IoValue<'h', 6, u32, &Hub::change_rack>, ioctl::Io<'h', 7, &Hub::start_second>>;

private:
    Result<UniqueArc<Plug>> make_plug(u32 number) const
    {
        return UniqueArc<Plug>::init(GFP_KERNEL,
                                     [&](Init<Plug>& init) -> Plug { return Plug::make(init, counters, number); });
    }
    Result<void> put(u32 number, UniqueArc<Plug> plug) const
    {
        auto added =
            number >= wire ? wires.add(number - wire, move(plug), device.device()) : plugs.add(number, move(plug));
        Arc<Plug> kept = TRY(move(added));
        last.with([&](Arc<Plug>& l) { swap(l, kept); });
        return {};
    }
};

KEEL_MODULE(Hub, .license = "GPL", .description = "Devices that come and go");
