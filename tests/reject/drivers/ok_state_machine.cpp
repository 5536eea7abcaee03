// SPDX-License-Identifier: GPL-2.0
// A line protocol parsed byte by byte, with its states, limits and counters.
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

enum class State : u8 { Idle, Length, Body, Checksum, Failed };
enum class Event : u8 { Start, Byte, Reset };

constexpr u8 start_byte = 0x7e;
constexpr usize max_body = 64;

/// The name of a state, for messages.
Str name_of(State state)
{
    switch (state) {
    case State::Idle:
        return "idle";
    case State::Length:
        return "length";
    case State::Body:
        return "body";
    case State::Checksum:
        return "checksum";
    case State::Failed:
        return "failed";
    }
    return "unknown";
}

struct Counters {
    u64 frames;
    u64 errors;
    u64 bytes;
};

/// A frame that came whole.
struct Frame {
    Array<u8, max_body> body;
    usize len;

    Span<const u8> bytes() const KEEL_LIFETIME_BOUND { return body.first(len); }
};

/// Takes bytes, gives frames.
class Parser {
public:
    State state() const { return state_; }
    const Counters& counters() const KEEL_LIFETIME_BOUND { return counters_; }

    /// The frame that `byte` completes, if it does.
    Option<Frame> take(u8 byte)
    {
        counters_.bytes++;
        switch (state_) {
        case State::Idle:
            if (byte == start_byte)
                state_ = State::Length;
            return none;
        case State::Length:
            return begin_body(byte);
        case State::Body:
            return add(byte);
        case State::Checksum:
            return finish(byte);
        case State::Failed:
            return none;
        }
        return none;
    }

    void on(Event event)
    {
        switch (event) {
        case Event::Start:
            state_ = State::Length;
            break;
        case Event::Reset:
            reset();
            break;
        case Event::Byte:
            break;
        }
    }

    void reset()
    {
        state_ = State::Idle;
        frame_ = Frame {};
        wanted_ = 0;
        sum_ = 0;
    }

private:
    Option<Frame> begin_body(u8 len)
    {
        if (len == 0 || len > max_body) {
            fail();
            return none;
        }
        wanted_ = len;
        frame_.len = 0;
        sum_ = 0;
        state_ = State::Body;
        return none;
    }

    Option<Frame> add(u8 byte)
    {
        frame_.body[frame_.len] = byte;
        frame_.len++;
        sum_ = static_cast<u8>(sum_ + byte);
        if (frame_.len == wanted_)
            state_ = State::Checksum;
        return none;
    }

    Option<Frame> finish(u8 checksum)
    {
        if (checksum != sum_) {
            fail();
            return none;
        }
        counters_.frames++;
        state_ = State::Idle;
        return frame_;
    }

    void fail()
    {
        counters_.errors++;
        pr_debug("frame refused in state {}\n", name_of(state_));
        state_ = State::Failed;
    }

    State state_ = State::Idle;
    Frame frame_ {};
    usize wanted_ = 0;
    u8 sum_ = 0;
    Counters counters_ {};
};

/// What the line knows behind its lock.
struct Line {
    Parser parser;
    Vec<Frame> frames;
};

class Receiver {
    static constexpr usize backlog = 32;
    static constexpr u32 get_counters = ioctl::ior<Counters>('L', 1);
    static constexpr u32 restart = ioctl::io('L', 2);
    static constexpr u32 is_failed = ioctl::ior<u32>('L', 3);

public:
    Mutex<Line> line;
    WaitQueue arrived;
    cdev::Registration<Receiver> device;

    static Receiver init(Init<Receiver>& init)
    {
        return {.line = {}, .arrived = {}, .device = cdev::Registration<Receiver>::start(init, "keel-line")};
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        Vec<u8> bytes;
        const usize n = TRY(in.read_all(bytes, 1 << 12, GFP_KERNEL));
        bool any = false;
        {
            auto l = TRY(line.lock_interruptible());
            for (u8 byte : bytes) {
                Option<Frame> frame = l->parser.take(byte);
                if (frame.is_none())
                    continue;
                if (l->frames.len() == backlog)
                    return ENOSPC;
                TRY(l->frames.push(frame.take(), GFP_KERNEL));
                any = true;
            }
        }
        if (any)
            arrived.wake_up_all();
        return n;
    }

    Result<usize> read(UserWriter& out, loff_t&) const
    {
        auto l = TRY(line.lock_interruptible());
        Option<Frame> frame = l->frames.pop();
        if (frame.is_none())
            return usize {0};
        const Frame& last = frame.value();
        return out.write_some(last.bytes());
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case get_counters: {
            const Counters now = line.with([](Line& l) { return l.parser.counters(); });
            TRY(arg.write(now));
            return 0L;
        }
        case restart:
            line.with([](Line& l) { l.parser.on(Event::Reset); });
            return 0L;
        case is_failed: {
            const bool failed = line.with([](Line& l) { return l.parser.state() == State::Failed; });
            TRY(arg.write(failed ? 1u : 0u));
            return 0L;
        }
        default:
            return ENOTTY;
        }
    }

    fs::PollMask poll(const fs::File&, fs::PollTable<Receiver>& table) const
    {
        table.wait<&Receiver::arrived>();
        const bool ready = line.with([](Line& l) { return !l.frames.is_empty(); });
        return ready ? fs::PollMask::Readable | fs::PollMask::Writable : fs::PollMask::Writable;
    }
};

} // namespace

KEEL_MODULE(Receiver, .license = "GPL", .description = "A line protocol, parsed");
