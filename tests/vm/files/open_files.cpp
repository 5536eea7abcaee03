// SPDX-License-Identifier: GPL-2.0
// A device of whose open files every operation is defined, for processes to try: see files.c.
#include <keel/device/misc.hpp>
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>

using namespace keel;

struct Files;

/// What all open files share.
struct Board {
    Atomic<u32> flushes {0};
    Atomic<u32> syncs {0};
    Atomic<u32> releases {0};
    Atomic<u32> ends {0};
    WaitQueue news;
};

/// A file without a name: what is written is added up, a read takes the sum.
struct Event {
    Arc<Board> board;
    Mutex<u64> sum;
    WaitQueue added;

    ~Event() { board->ends.inc(); }

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t&) const
    {
        if (!file.is_nonblocking())
            TRY(added.wait_interruptible([this] { return *sum.lock() != 0; }));
        auto s = sum.lock();
        if (*s == 0)
            return EAGAIN;
        TRY(out.write<u64>(*s));
        *s = 0;
        return sizeof(u64);
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        add(TRY(in.read<u64>()));
        return sizeof(u64);
    }

    fs::PollMask poll(const fs::File&, fs::PollTable<Event>& table) const
    {
        table.wait<&Event::added>();
        return *sum.lock() != 0 ? fs::PollMask::Readable | fs::PollMask::Writable : fs::PollMask::Writable;
    }

    void add(u64 n) const
    {
        *sum.lock() += n;
        added.wake_up_all();
    }
};

/// What an open file is, as user space is told.
struct Description {
    u32 fd;
    u32 flags;
    u32 major;
    u32 minor;
    u64 inode;
    u32 uid;
    u32 unused;
};

/// One open file: a text, read and written at the position.
class Session {
    static constexpr usize max_text = 1 << 16;

public:
    static constexpr bool answers_nowait = true;

    Arc<Board> board;
    Arc<fs::AsyncQueue> fasync;
    Mutex<Vec<u8>> text;

    static Session open(Init<Session>& init, const Files& files, const fs::File&);

    Result<usize> read_iter(fs::Kiocb& call, IovDest& to) const
    {
        auto t = TRY(lock(call));
        if (t->is_empty() && call.is_nonblocking())
            return EAGAIN;
        return to.write_from(t->span(), call.pos());
    }

    Result<usize> write_iter(fs::Kiocb& call, IovSource& from) const
    {
        Vec<u8> bytes;
        const usize n = TRY(from.read_all(bytes, max_text, GFP_KERNEL));
        {
            auto t = TRY(lock(call));
            if (!call.is_append())
                t->clear();
            TRY(t->append(bytes, GFP_KERNEL));
            call.pos() = static_cast<loff_t>(t->len());
        }
        board->news.wake_up_all();
        fasync->notify(fs::AsyncEvent::Readable);
        return n;
    }

    Result<loff_t> llseek(const fs::File& file, loff_t offset, fs::Whence whence) const
    {
        return file.seek(offset, whence, text.with([](Vec<u8>& t) { return static_cast<loff_t>(t.len()); }));
    }

    Result<void> fsync(const fs::File&, loff_t, loff_t, bool is_data_only) const
    {
        if (is_data_only)
            return EIO;
        board->syncs.inc();
        return {};
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case ioctl::ior<u32>('f', 1):
            TRY(arg.write(board->flushes.load(Relaxed)));
            return 0L;
        case ioctl::ior<u32>('f', 2):
            TRY(arg.write(board->syncs.load(Relaxed)));
            return 0L;
        case ioctl::ior<u32>('f', 3):
            TRY(arg.write(board->releases.load(Relaxed)));
            return 0L;
        case ioctl::ior<u32>('f', 4):
            TRY(arg.write(board->ends.load(Relaxed)));
            return 0L;
        case ioctl::ior<u32>('f', 5): {
            auto event = TRY(Box<Event>::init(GFP_KERNEL, [this](Init<Event>&) -> Event {
                return {.board = board.clone(), .sum = {}, .added = {}};
            }));
            auto fd = TRY(fs::FdReservation::create());
            auto file = TRY(fs::AnonInode<Event>::getfile("[keel-event]", move(event)));
            TRY(arg.write(fd.number()));
            move(fd).install(move(file));
            return 0L;
        }
        case ioctl::io('f', 6): { // adds 5 to the event that the descriptor is
            auto file = TRY(fs::fget(static_cast<u32>(arg.value())));
            auto event = fs::AnonInode<Event>::object_of(*file);
            if (event.is_none())
                return EINVAL;
            event.value().add(5);
            return 0L;
        }
        case ioctl::iowr<Description>('f', 7): {
            auto d = TRY(arg.read<Description>());
            auto file = TRY(fs::fget(d.fd));
            const auto again = file.clone();
            d.flags = (again->is_readable() ? 1u : 0u) | (again->is_writable() ? 2u : 0u) |
                      (again->is_append() ? 4u : 0u) | (again->is_nonblocking() ? 8u : 0u) |
                      (again->is_dsync() ? 16u : 0u);
            d.major = again->major();
            d.minor = again->minor();
            d.inode = again->inode_number();
            d.uid = again->opener().uid().number_here();
            TRY(arg.write(d));
            return 0L;
        }
        case ioctl::io('f', 8): { // the number that would be next
            auto fd = TRY(fs::FdReservation::create(fs::OnExec::Keep));
            return static_cast<long>(fd.number());
        }
        default:
            return ENOTTY;
        }
    }

    Result<long> compat_ioctl(const fs::File&, u32 cmd, ioctl::Arg) const
    {
        return cmd == ioctl::io('f', 4) ? Result<long>(32L) : ENOTTY;
    }

    fs::PollMask poll(const fs::File& file, fs::PollTable<Session>& table) const
    {
        table.wait<&Session::board, &Board::news>();
        fs::PollMask mask = fs::PollMask::Writable;
        if (file.pos() < text.with([](Vec<u8>& t) { return static_cast<loff_t>(t.len()); }))
            mask |= fs::PollMask::Readable;
        return mask & (table.requested() | fs::PollMask::HangUp);
    }

    Result<void> flush(const fs::File& file) const
    {
        board->flushes.inc();
        if (file.pos() == 13)
            return ENOSPC;
        return {};
    }

    void release(const fs::File&) const { board->releases.inc(); }

    void show_fdinfo(fs::SeqFile& seq, const fs::File& file) const
    {
        seq.print<"keel-len:\t{}\n">(text.with([](Vec<u8>& t) { return t.len(); }));
        if (!seq.has_overflowed())
            seq.write(file.is_nonblocking() ? Str("keel-waits:\tno\n") : Str("keel-waits:\tyes\n"));
    }

private:
    Result<Mutex<Vec<u8>>::Guard> lock(const fs::Kiocb& call) const KEEL_LIFETIME_BOUND
    {
        if (!call.is_nowait())
            return text.lock();
        auto guard = text.try_lock();
        if (guard.is_none())
            return EAGAIN;
        return guard.take();
    }
};

/// What precedes the bytes of a record.
struct Header {
    u32 len;
    u32 skipped;
    u32 is_exact;
};

/// A device whose files share its object: it keeps one record.
struct Records {
    struct Record {
        u32 len;
        Array<u8, 64> body;
    };

    Mutex<Record> last;
    fs::AsyncQueue fasync;
    misc::Registration<Records> device;

    Result<usize> write_iter(fs::Kiocb& call, IovSource& from) const
    {
        const usize all = from.len();
        const auto header = TRY(from.read<Header>());
        from.skip(header.skipped);
        if (header.len > 64)
            return EMSGSIZE;
        Record record {.len = header.len, .body {}};
        const Span<u8> body = Span<u8>(record.body).first(header.len);
        if (header.is_exact != 0)
            TRY(from.read_exact(body));
        else
            record.len = static_cast<u32>(TRY(from.read_some(body)));
        *last.lock() = record;
        fasync.notify(call.is_dsync() ? fs::AsyncEvent::Priority : fs::AsyncEvent::Writable);
        return all - from.len();
    }

    Result<usize> read_iter(fs::Kiocb&, IovDest& to) const
    {
        const usize all = to.len();
        const Record record = *last.lock();
        TRY(to.write(record.len));
        TRY(to.write_all(Span<const u8>(record.body).first(record.len)));
        const usize zeros = TRY(to.write_zeros(4));
        const usize more = TRY(to.write_some(record.body));
        return zeros == 4 && more <= 64 ? Result<usize>(all - to.len()) : EINVAL;
    }
};

struct Files {
    Arc<Board> board;
    Arc<fs::AsyncQueue> fasync;
    Box<Records> records;
    misc::Registration<Files, Session> device;

    static Files init(Init<Files>& init)
    {
        return {.board = init.take(Arc<Board>::create(GFP_KERNEL)),
                .fasync = init.take(Arc<fs::AsyncQueue>::create(GFP_KERNEL)),
                .records = init.take(Box<Records>::init(GFP_KERNEL,
                                                        [](Init<Records>& records) -> Records {
                                                            return {.last = {},
                                                                    .fasync = {},
                                                                    .device = misc::Registration<Records>::start(
                                                                        records, {"keel-records", 0666})};
                                                        })),
                .device = misc::Registration<Files, Session>::start(init, {"keel-files", 0666})};
    }
};

Session Session::open(Init<Session>&, const Files& files, const fs::File&)
{
    return {.board = files.board.clone(), .fasync = files.fasync.clone(), .text = {}};
}

KEEL_MODULE(Files, .license = "GPL", .description = "Open files that can do all that files can");
