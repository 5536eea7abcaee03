// SPDX-License-Identifier: GPL-2.0
// A character device that keeps what is written to it, up to 4096 bytes, and gives it back.
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Echo {
    static constexpr usize capacity = 4096;

public:
    Mutex<Vec<u8>> message;
    WaitQueue written;
    cdev::Registration<Echo> device; // last: it publishes the rest, and is withdrawn first

    static Echo init(Init<Echo>& init)
    {
        return {.message = {}, .written = {}, .device = cdev::Registration<Echo>::start(init, "echo")};
    }

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t& pos) const
    {
        auto m = TRY(lock(file));
        return out.write_from(*m, pos);
    }

    // The message is replaced as a whole: its bytes are copied aside first, so that a write that fails changes nothing.
    Result<usize> write(const fs::File& file, UserReader& in, loff_t&) const
    {
        Vec<u8> bytes;
        const usize len = TRY(in.read_all(bytes, capacity, GFP_KERNEL));
        {
            auto m = TRY(lock(file));
            swap(*m, bytes);
        }
        written.wake_up_all();
        return len;
    }

    Result<loff_t> llseek(const fs::File& file, loff_t offset, fs::Whence whence) const
    {
        return file.seek(offset, whence, message_len());
    }

    fs::PollMask poll(const fs::File& file, fs::PollTable<Echo>& table) const
    {
        table.wait<&Echo::written>();
        if (file.pos() < message_len())
            return fs::PollMask::Readable | fs::PollMask::Writable;
        return fs::PollMask::Writable;
    }

private:
    loff_t message_len() const
    {
        return message.with([](const Vec<u8>& m) { return static_cast<loff_t>(m.len()); });
    }

    // Waits for the message as the file was opened: until a signal comes, or with O_NONBLOCK not at all.
    Result<Mutex<Vec<u8>>::Guard> lock(const fs::File& file) const KEEL_LIFETIME_BOUND
    {
        if (!file.is_nonblocking())
            return message.lock_interruptible();
        auto guard = message.try_lock();
        if (guard.is_none())
            return EAGAIN;
        return guard.take();
    }
};

KEEL_MODULE(Echo, .license = "GPL", .description = "Gives back what is written to it", .author = "The Keel authors");
