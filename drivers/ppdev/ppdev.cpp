// SPDX-License-Identifier: GPL-2.0
// Parallel ports for programs: /dev/parportN, as the kernel's own ppdev has it.
// What a program sees: include/uapi/linux/ppdev.h
#include <keel/device/nodes.hpp>
#include <keel/device/region.hpp>
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/wait_queue.hpp>
#include <keel/task/task.hpp>

using namespace keel;

namespace {

using Chunk = Array<u8, 1024>; // what a transfer hands on at a time

/// How long a transfer waits with O_NONBLOCK.
constexpr Ticks no_wait() { return Ticks::of(1); }

// What PPSETFLAGS sets and PPGETFLAGS gives.
constexpr u32 fast_write = 1 << 2;
constexpr u32 fast_read = 1 << 3;
constexpr u32 w91284pic = 1 << 4;
constexpr u32 all_flags = fast_write | fast_read | w91284pic;

constexpr i32 protocol_of(i32 mode) { return mode & ~(parport::mode_device_id | parport::mode_address); }

/// The phase in which a port is after it was set to a mode.
constexpr i32 first_phase(i32 mode)
{
    const i32 protocol = protocol_of(mode);
    const bool is_reverse = protocol == parport::mode_nibble || protocol == parport::mode_byte;
    return is_reverse ? parport::phase_reverse_idle : parport::phase_forward_idle;
}

/// What PPFCONTROL takes: the control lines to change, and to what.
struct Frob {
    u8 mask;
    u8 value;
};

/// What PPSETTIME and PPGETTIME have: seconds and microseconds, as old 32-bit programs know them and as others do.
struct Time32 {
    i32 seconds;
    i32 micros;
};
struct Time64 {
    i64 seconds;
    i64 micros;
};

} // namespace

class Ppdev;

/// One open file: a device at the port, once it has claimed it for the first time.
class Session {
    static constexpr u32 respond = 1 << 8;

    /// The protocol that a port is set to.
    struct Protocol {
        i32 mode = parport::mode_compat;
        i32 phase = parport::phase_forward_idle;
    };

    struct State {
        Protocol ours;     // while the port is not claimed
        Protocol others;   // while it is: what to leave it with
        Box<Chunk> buffer; // empty until the first read or write
        Ticks timeout = Ticks::of(0);
        u32 flags = 0;
        bool is_exclusive = false;
        parport::Device<Session> device;

        ~State();
        [[gnu::noinline]] void clean_up();
    };

public:
    WaitQueue interrupted;
    Atomic<u32> interrupts;
    Atomic<u32> response; // the control lines to set at the next interrupt, with `respond`; or 0
    Mutex<State> state;

    static Session open(Init<Session>& init, const Ppdev& owner, const fs::File& file);

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const;
    Result<usize> write(const fs::File& file, UserReader& in, loff_t&) const;

    fs::PollMask poll(const fs::File&, fs::PollTable<Session>& table) const
    {
        table.wait<&Session::interrupted>();
        return interrupts.load(Relaxed) != 0 ? fs::PollMask::Readable : fs::PollMask::Nothing;
    }

private:
    KEEL_ANY_CONTEXT void on_irq(const parport::Registers& port) const
    {
        if (response.load(Relaxed) != 0)
            port.write_control(static_cast<u8>(response.exchange(0, Relaxed)));
        interrupts.inc();
        interrupted.wake_up();
    }

    // Before the port is claimed, and while it is.

    Result<void> claim_port(State& s, const fs::File& file) const;
    Result<void> exclude(State& s) const;
    void set_mode(State& s, i32 mode) const;
    i32 mode(State& s) const;
    void set_phase(State& s, i32 phase) const;
    i32 phase(State& s) const;
    KEEL_INLINE Result<u32> modes(const fs::File& file) const;
    void set_flags(State& s, i32 flags) const { s.flags = static_cast<u32>(flags) & all_flags; }
    i32 flags(State& s) const { return static_cast<i32>(s.flags); }
    Result<void> release_port(State& s) const;
    Result<void> yield_port(State& s) const;

    Result<void> add(State& s, u32 minor) const;
    static void enter(State& s);
    static void leave(State& s);

    // Only while it is.

    KEEL_INLINE Result<parport::Claimed> claimed(State& s KEEL_LIFETIME_BOUND) const;
    u8 status(parport::Claimed& port) const { return port.read_status(); }
    u8 data(parport::Claimed& port) const { return port.read_data(); }
    u8 control(parport::Claimed& port) const { return port.read_control(); }
    void set_data(parport::Claimed& port, u8 data) const { port.write_data(data); }
    void set_control(parport::Claimed& port, u8 control) const { port.write_control(control); }
    void frob_control(parport::Claimed& port, Frob frob) const { port.frob_control(frob.mask, frob.value); }
    void set_direction(parport::Claimed& port, i32 is_reverse) const
    {
        is_reverse != 0 ? port.data_reverse() : port.data_forward();
    }
    KEEL_INLINE Result<void> negotiate(parport::Claimed& port, i32 mode) const;
    void set_response(parport::Claimed&, u8 control) const { response.store(control | respond, Relaxed); }
    Result<void> take_interrupts(parport::Claimed&, const ioctl::Out<i32>& count) const;
    [[gnu::noinline]] Result<void> set_time(parport::Claimed& port, i64 seconds, i64 micros) const;
    Result<void> set_time32(parport::Claimed& port, Time32 time) const
    {
        return set_time(port, time.seconds, time.micros);
    }
    Result<void> set_time64(parport::Claimed& port, Time64 time) const
    {
        return set_time(port, time.seconds, time.micros);
    }
    [[gnu::noinline]] Time64 time64(parport::Claimed& port) const
    {
        const TimeSpec time = port.timeout().time();
        return {.seconds = time.seconds, .micros = time.nanos / 1000};
    }
    Time32 time32(parport::Claimed& port) const
    {
        const Time64 time = time64(port);
        return {.seconds = static_cast<i32>(time.seconds), .micros = static_cast<i32>(time.micros)};
    }
    Result<long> unknown(parport::Claimed&, u32 number) const;

public:
    using Ioctls = ioctl::Table<ioctl::Locked<
        &Session::state, ioctl::Iow<'p', 0x80, i32, &Session::set_mode>, // PPSETMODE
        ioctl::Io<'p', 0x8b, &Session::claim_port>,                      // PPCLAIM
        ioctl::Io<'p', 0x8c, &Session::release_port>,                    // PPRELEASE
        ioctl::Io<'p', 0x8d, &Session::yield_port>,                      // PPYIELD
        ioctl::Io<'p', 0x8f, &Session::exclude>,                         // PPEXCL
        ioctl::Iow<'p', 0x94, i32, &Session::set_phase>,                 // PPSETPHASE
        ioctl::Ior<'p', 0x97, u32, &Session::modes>,                     // PPGETMODES
        ioctl::Ior<'p', 0x98, i32, &Session::mode>,                      // PPGETMODE
        ioctl::Ior<'p', 0x99, i32, &Session::phase>,                     // PPGETPHASE
        ioctl::Ior<'p', 0x9a, i32, &Session::flags>,                     // PPGETFLAGS
        ioctl::Iow<'p', 0x9b, i32, &Session::set_flags>,                 // PPSETFLAGS
        ioctl::With<&Session::claimed,                            // EINVAL unless it is claimed, whatever else is wrong
                    ioctl::Ior<'p', 0x81, u8, &Session::status>,  // PPRSTATUS
                    ioctl::Ior<'p', 0x83, u8, &Session::control>, // PPRCONTROL
                    ioctl::Iow<'p', 0x84, u8, &Session::set_control>,      // PPWCONTROL
                    ioctl::Ior<'p', 0x85, u8, &Session::data>,             // PPRDATA
                    ioctl::Iow<'p', 0x86, u8, &Session::set_data>,         // PPWDATA
                    ioctl::Iow<'p', 0x8e, Frob, &Session::frob_control>,   // PPFCONTROL
                    ioctl::Iow<'p', 0x90, i32, &Session::set_direction>,   // PPDATADIR
                    ioctl::Iow<'p', 0x91, i32, &Session::negotiate>,       // PPNEGOT
                    ioctl::Iow<'p', 0x92, u8, &Session::set_response>,     // PPWCTLONIRQ
                    ioctl::Ior<'p', 0x93, i32, &Session::take_interrupts>, // PPCLRIRQ
                    ioctl::Ior<'p', 0x95, Time32, &Session::time32>,       // PPGETTIME
                    ioctl::Ior<'p', 0x95, Time64, &Session::time64>,
                    ioctl::Iow<'p', 0x96, Time32, &Session::set_time32>, // PPSETTIME
                    ioctl::Iow<'p', 0x96, Time64, &Session::set_time64>, ioctl::Else<&Session::unknown>>>>;
};

/// The module: the numbers of major 99, and a node for each port.
class Ppdev {
    static constexpr u32 major = 99;

public:
    cdev::Nodes<parport::max_ports> nodes;
    cdev::Region<Ppdev, Session> region;
    parport::Driver<Ppdev> driver;

    static Ppdev init(Init<Ppdev>& init)
    {
        return {.nodes = cdev::Nodes<parport::max_ports>::start(init, "ppdev"),
                .region = cdev::Region<Ppdev, Session>::start(init, {.name = "ppdev", .count = 256, .major = major}),
                .driver = parport::Driver<Ppdev>::start(init, "ppdev")};
    }

    void attach(const parport::Port& port) const
    {
        if (!nodes.add(region.number(), port.number(), port.device(), "parport").ok())
            pr_err("Failed to create device parport{}\n", port.number());
    }
    void detach(const parport::Port& port) const { nodes.remove(port.number()); }
};

Session Session::open(Init<Session>& init, const Ppdev&, const fs::File& file)
{
    if (file.minor() >= parport::max_ports)
        init.fail(ENXIO);
    return {.interrupted = {}, .interrupts = {}, .response = {}, .state = {}};
}

// Leaves the port as it was found, even if the program did not. Nobody else has the state any more.
Session::State::~State()
{
    if (device.is_added())
        clean_up();
}

void Session::State::clean_up()
{
    const bool was_claimed = device.claimed().is_some();
    if (!was_claimed && ours.mode != parport::mode_compat && device.claim().ok())
        enter(*this);
    if (const Option<parport::Claimed> port = device.claimed(); port.is_some()) {
        if (port.value().mode() != parport::mode_compat) {
            (void)port.value().negotiate(parport::mode_compat);
            pr_debug("negotiated back to compatibility mode because user-space forgot\n");
        }
        if (was_claimed)
            pr_debug("released pardevice because user-space forgot\n");
    }
    leave(*this);
}

// The registers belong to us from here on, in the protocol that this file is set to.
void Session::enter(State& s)
{
    const Option<parport::Claimed> port = s.device.claimed();
    if (port.is_none())
        return;
    s.others = {.mode = port.value().mode(), .phase = port.value().phase()};
    port.value().set_mode(s.ours.mode);
    port.value().set_phase(s.ours.phase);
}

void Session::leave(State& s)
{
    if (const Option<parport::Claimed> port = s.device.claimed(); port.is_some()) {
        s.ours = {.mode = port.value().mode(), .phase = port.value().phase()};
        port.value().set_mode(s.others.mode);
        port.value().set_phase(s.others.phase);
    }
    s.device.release();
}

Result<parport::Claimed> Session::claimed(State& s) const
{
    const Option<parport::Claimed> port = s.device.claimed();
    if (port.is_some()) [[likely]]
        return port.value();
    pr_debug("claim the port first\n");
    return EINVAL;
}

namespace {

/// One transfer, in the protocol that is set; in EPP as the flags of the file say.
Result<usize> receive(const parport::Claimed& port, u32 flags, Span<u8> room)
{
    if (protocol_of(port.mode()) != parport::mode_epp)
        return port.read(room);
    const auto how = ((flags & fast_read) != 0 ? parport::Epp::Fast : parport::Epp::Plain) |
                     ((flags & w91284pic) != 0 ? parport::Epp::W91284pic : parport::Epp::Plain);
    return port.epp_read(room, how, (port.mode() & parport::mode_address) != 0);
}

Result<usize> send(parport::Device<Session>& device, u32 flags, Span<const u8> bytes)
{
    const Option<parport::Claimed> port = device.claimed();
    if (port.is_none())
        return EINTR; // lost in the write before
    const i32 mode = port.value().mode();
    if (protocol_of(mode) == parport::mode_epp && (flags & fast_write) != 0)
        return port.value().epp_write(bytes, parport::Epp::Fast, (mode & parport::mode_address) != 0);
    return device.write(bytes);
}

/// The buffer, once there is memory for it.
[[gnu::noinline]] Option<Chunk&> made(Box<Chunk>& buffer KEEL_LIFETIME_BOUND)
{
    if (buffer.is_empty()) {
        if (auto zeroed = Box<Chunk>::zeroed(GFP_KERNEL); zeroed.ok())
            buffer = zeroed.take();
    }
    return buffer.get();
}

/// Reads until there is something.
Result<usize> receive_some(const parport::Claimed& port, u32 flags, const fs::File& file, Span<u8> room)
{
    for (;;) {
        const usize n = TRY(receive(port, flags, room));
        if (n != 0)
            return n;
        if (file.is_nonblocking())
            return EAGAIN;
        if (current()->has_signal())
            return ERESTARTSYS;
        cond_resched();
    }
}

/// Writes all of `in`, by way of `buffer`, or what the peripheral takes in time. An error counts if nothing was
/// written, and always when user space does not have the memory.
Result<usize> send_all(parport::Device<Session>& device, u32 flags, const fs::File& file, UserReader& in, Chunk& buffer)
{
    usize sent = 0, filled = 0;
    for (;;) {
        const usize more = min(in.len(), buffer.len() - filled);
        TRY(in.read_exact(buffer.span().slice(filled, more)));
        filled += more;
        if (filled == 0)
            return sent;
        const auto n = send(device, flags, buffer.first(filled));
        if (!n.ok() && sent == 0)
            return n.error();
        if (!n.ok() || n.value() == 0)
            return sent;
        sent += n.value();
        if (file.is_nonblocking() || current()->has_signal())
            return sent;
        filled = buffer.first(filled).to_front(n.value());
        cond_resched();
    }
}

} // namespace

// A transfer can wait for ever, with the lock. Who waits for that one can be killed.

Result<usize> Session::read(const fs::File& file, UserWriter& out, loff_t&) const
{
    auto s = TRY(state.lock_killable());
    const Option<parport::Claimed> port = s->device.claimed();
    if (port.is_none())
        return EINVAL;
    if (out.len() == 0)
        return usize {0};
    const Option<Chunk&> buffer = made(s->buffer);
    if (buffer.is_none())
        return ENOMEM;
    const Span<u8> room = buffer.value().first(min(out.len(), Chunk::len()));
    port.value().set_timeout(file.is_nonblocking() ? no_wait() : s->timeout);
    const auto got = receive_some(port.value(), s->flags, file, room);
    port.value().set_timeout(s->timeout);
    const auto given = got.ok() ? out.write_all(room.first(got.value())) : Result<void> {};
    port.value().enable_irq();
    if (!given.ok())
        return given.error();
    return got;
}

Result<usize> Session::write(const fs::File& file, UserReader& in, loff_t&) const
{
    auto s = TRY(state.lock_killable());
    const Option<parport::Claimed> port = s->device.claimed();
    if (port.is_none())
        return EINVAL;
    const Option<Chunk&> buffer = made(s->buffer);
    if (buffer.is_none())
        return ENOMEM;
    port.value().set_timeout(file.is_nonblocking() ? no_wait() : s->timeout);
    const auto sent = send_all(s->device, s->flags, file, in, buffer.value());
    if (const Option<parport::Claimed> still = s->device.claimed(); still.is_some()) {
        still.value().set_timeout(s->timeout);
        still.value().enable_irq();
    }
    return sent;
}

Result<void> Session::add(State& s, u32 minor) const
{
    const Option<ARef<parport::Port>> port = parport::Port::find(minor);
    if (port.is_none()) {
        pr_warn("{:x}: no associated port!\n", minor);
        return ENXIO;
    }
    const auto sharing = s.is_exclusive ? parport::Sharing::Exclusive : parport::Sharing::Shared;
    return s.device.add<&Session::on_irq>(*this, *port.value(), "ppdev", sharing);
}

Result<void> Session::claim_port(State& s, const fs::File& file) const
{
    if (s.device.claimed().is_some())
        return EINVAL;
    if (!s.device.is_added())
        TRY(add(s, file.minor()));
    TRY(s.device.claim_or_block());
    const Option<parport::Claimed> port = s.device.claimed();
    port.value().enable_irq();
    s.timeout = port.value().timeout();
    enter(s);
    return {};
}

Result<void> Session::exclude(State& s) const
{
    // Too late once the device is there: whether it is exclusive was said when it was added.
    if (s.device.is_added() && !s.is_exclusive)
        return EINVAL;
    s.is_exclusive = true;
    return {};
}

Result<void> Session::release_port(State& s) const
{
    TRY(claimed(s));
    leave(s);
    return {};
}

Result<void> Session::yield_port(State& s) const
{
    TRY(claimed(s));
    return s.device.yield_or_block();
}

void Session::set_mode(State& s, i32 mode) const
{
    s.ours = {.mode = mode, .phase = first_phase(mode)};
    if (const Option<parport::Claimed> port = s.device.claimed(); port.is_some()) {
        port.value().set_mode(mode);
        port.value().set_phase(s.ours.phase);
    }
}

i32 Session::mode(State& s) const
{
    const Option<parport::Claimed> port = s.device.claimed();
    return port.is_some() ? port.value().mode() : s.ours.mode;
}

void Session::set_phase(State& s, i32 phase) const
{
    s.ours.phase = phase;
    if (const Option<parport::Claimed> port = s.device.claimed(); port.is_some())
        port.value().set_phase(phase);
}

i32 Session::phase(State& s) const
{
    const Option<parport::Claimed> port = s.device.claimed();
    return port.is_some() ? port.value().phase() : s.ours.phase;
}

Result<u32> Session::modes(const fs::File& file) const
{
    const Option<ARef<parport::Port>> port = parport::Port::find(file.minor());
    if (port.is_none())
        return ENODEV;
    return port.value()->modes();
}

Result<void> Session::negotiate(parport::Claimed& port, i32 mode) const
{
    const Result<void> agreed = port.negotiate(mode);
    port.enable_irq();
    return agreed;
}

Result<void> Session::take_interrupts(parport::Claimed&, const ioctl::Out<i32>& count) const
{
    const u32 n = interrupts.load(Relaxed);
    TRY(count.write(static_cast<i32>(n)));
    interrupts.sub(n);
    return {};
}

Result<void> Session::set_time(parport::Claimed& port, i64 seconds, i64 micros) const
{
    if (seconds < 0 || micros < 0 || micros >= 1'000'000)
        return EINVAL;
    const Ticks ticks = Ticks::at_least({.seconds = seconds, .nanos = static_cast<u32>(micros) * 1000});
    if (ticks.count() == 0)
        return EINVAL;
    port.set_next_timeout(ticks);
    return {};
}

Result<long> Session::unknown(parport::Claimed&, u32 number) const
{
    pr_debug("What? (cmd={:#x})\n", number);
    return EINVAL;
}

KEEL_MODULE(Ppdev, .license = "GPL", .description = "Support for user-space parallel port device drivers",
            .alias = "char-major-99-*");
