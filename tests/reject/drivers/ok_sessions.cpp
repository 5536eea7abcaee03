// SPDX-License-Identifier: GPL-2.0
// Rooms that open files join: each file has a session, sessions of one room share it, the last one ends it.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

/// What the sessions of one room say to each other.
struct Conversation {
    Vec<u8> text;
    u32 members;
    u64 messages;
};

/// A room, alive as long as a session or the table has it.
class Room {
public:
    explicit Room(u32 id) : id_ {id} {}
    Room(const Room&) = delete;
    ~Room() { pr_debug("room {} closed\n", id_); }

    u32 id() const { return id_; }

    void enter() const
    {
        conversation_.with([](Conversation& c) { c.members++; });
    }

    void leave() const
    {
        conversation_.with([](Conversation& c) { c.members -= min(c.members, 1u); });
        news_.wake_up_all();
    }

    u32 members() const
    {
        return conversation_.with([](Conversation& c) { return c.members; });
    }

    Result<usize> say(UserReader& in, usize limit) const
    {
        auto c = TRY(conversation_.lock_interruptible());
        if (c->text.len() >= limit)
            c->text.clear();
        const usize n = TRY(in.read_all(c->text, limit - c->text.len(), GFP_KERNEL_ACCOUNT));
        c->messages++;
        news_.wake_up_all();
        return n;
    }

    Result<usize> listen(UserWriter& out, loff_t& pos) const
    {
        auto c = TRY(conversation_.lock_interruptible());
        return out.write_from(c->text, pos);
    }

    bool has_news(loff_t pos) const
    {
        return conversation_.with([pos](Conversation& c) { return pos < static_cast<loff_t>(c.text.len()); });
    }

    const WaitQueue& news() const KEEL_LIFETIME_BOUND { return news_; }

private:
    u32 id_;
    Mutex<Conversation> conversation_;
    WaitQueue news_;
};

/// All rooms that somebody is in.
class Rooms {
public:
    /// The room `id`, which is made if it is not there.
    Result<Arc<Room>> join(u32 id) const
    {
        auto rooms = rooms_.lock();
        for (const Arc<Room>& room : *rooms)
            if (room->id() == id)
                return room.clone();
        auto made = TRY(Arc<Room>::create(GFP_KERNEL, id));
        TRY(rooms->push(made.clone(), GFP_KERNEL));
        return made;
    }

    /// Forgets the rooms that nobody is in.
    usize sweep() const
    {
        auto rooms = rooms_.lock();
        usize dropped = 0;
        usize at = 0;
        while (at < rooms->len()) {
            if ((*rooms)[at]->members() != 0) {
                at++;
                continue;
            }
            Option<Arc<Room>> last = rooms->pop();
            if (at < rooms->len())
                swap((*rooms)[at], last.value());
            dropped++;
        }
        return dropped;
    }

    usize len() const
    {
        return rooms_.with([](Vec<Arc<Room>>& rooms) { return rooms.len(); });
    }

private:
    Mutex<Vec<Arc<Room>>> rooms_;
};

class Chat;

class Session {
    static constexpr u32 join = ioctl::iow<u32>('C', 1);
    static constexpr u32 leave = ioctl::io('C', 2);
    static constexpr u32 count = ioctl::ior<u32>('C', 3);
    static constexpr u32 rooms = ioctl::ior<u64>('C', 4);
    static constexpr usize limit = 1 << 16;

public:
    Arc<Rooms> table;
    Mutex<Arc<Room>> current;
    ARef<Device> device;

    static Session open(Init<Session>& init, const Chat& owner, const fs::File& file);

    ~Session()
    {
        auto room = current.lock();
        if (!room->is_empty())
            (*room)->leave();
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto room = TRY(joined());
        return room->listen(out, pos);
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        auto room = TRY(joined());
        return room->say(in, limit);
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case join: {
            auto room = TRY(table->join(TRY(arg.read<u32>())));
            room->enter();
            dev_dbg(*device, "joined {}\n", room->id());
            replace(move(room));
            return 0L;
        }
        case leave:
            replace(Arc<Room>());
            dev_dbg(*device, "{} rooms swept\n", table->sweep());
            return 0L;
        case count: {
            auto room = TRY(joined());
            TRY(arg.write(room->members()));
            return 0L;
        }
        case rooms: {
            const u64 n = table->len();
            TRY(arg.write(n));
            return 0L;
        }
        default:
            return ENOTTY;
        }
    }

private:
    /// The room of this session, kept alive for the caller.
    Result<Arc<Room>> joined() const
    {
        auto room = TRY(current.lock_interruptible());
        if (room->is_empty())
            return ENXIO;
        return room->clone();
    }

    void replace(Arc<Room> next) const
    {
        Arc<Room> before = move(next);
        {
            auto room = current.lock();
            swap(*room, before);
        }
        if (!before.is_empty())
            before->leave();
    }
};

class Chat {
public:
    Arc<Rooms> table;
    misc::Registration<Chat, Session> device;

    static Chat init(Init<Chat>& init)
    {
        return {.table = init.take(Arc<Rooms>::create(GFP_KERNEL)),
                .device = misc::Registration<Chat, Session>::start(init, {"keel-chat", 0666})};
    }
};

Session Session::open(Init<Session>&, const Chat& owner, const fs::File&)
{
    return {.table = owner.table.clone(), .current = {}, .device = ARef<Device>(owner.device.device())};
}

} // namespace

KEEL_MODULE(Chat, .license = "GPL", .description = "Rooms that open files join");
