// SPDX-License-Identifier: GPL-2.0
// A device of whose open files every operation is defined, for processes to try: see files.c.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>

using namespace keel;

struct Files;

/// What all open files share.
struct Board {
    Atomic<u32> flushes {0};
    Atomic<u32> syncs {0};
    Atomic<u32> releases {0};
    WaitQueue news;
};

/// One open file: a text, read and written at the position.
struct Session {
    static constexpr usize max_text = 1 << 16;

    Arc<Board> board;
    Arc<fs::AsyncQueue> fasync;
    Mutex<Vec<u8>> text;

    static Session open(Init<Session>& init, const Files& files, const fs::File&);

    Result<usize> read_iter(fs::Kiocb& call, IovDest& to) const
    {
        auto t = text.lock();
        if (t->is_empty() && call.is_nonblocking())
            return EAGAIN;
        return to.write_from(t->span(), call.pos());
    }

    Result<usize> write_iter(fs::Kiocb& call, IovSource& from) const
    {
        Vec<u8> bytes;
        const usize n = TRY(from.read_all(bytes, max_text, GFP_KERNEL));
        {
            auto t = text.lock();
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
};

struct Files {
    Arc<Board> board;
    Arc<fs::AsyncQueue> fasync;
    misc::Registration<Files, Session> device;

    static Files init(Init<Files>& init)
    {
        return {.board = init.take(Arc<Board>::create(GFP_KERNEL)),
                .fasync = init.take(Arc<fs::AsyncQueue>::create(GFP_KERNEL)),
                .device = misc::Registration<Files, Session>::start(init, {"keel-files", 0666})};
    }
};

Session Session::open(Init<Session>&, const Files& files, const fs::File&)
{
    return {.board = files.board.clone(), .fasync = files.fasync.clone(), .text = {}};
}

KEEL_MODULE(Files, .license = "GPL", .description = "Open files that can do all that files can");
