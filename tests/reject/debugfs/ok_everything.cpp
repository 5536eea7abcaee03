// SPDX-License-Identifier: GPL-2.0
// Every kind of file of debugfs and /proc, for an object that comes and goes.
#include <keel/collections/list.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>

using namespace keel;

namespace {

struct Queue {
    u32 length;
    ListLinks links;
};

/// An open file with an object of its own.
class Snapshot;

class Nic {
public:
    static Nic make(Init<Nic>& init, CStr name, const debugfs::Dir& where, const proc::Dir& shown)
    {
        return {.label = init.take(CString::create("first", GFP_KERNEL)),
                .limit = {64},
                .is_up = {true},
                .received = {},
                .queues = {},
                .spun = {},
                .eeprom = {},
                .mac = {1, 2, 3, 4, 5, 6},
                .entry = proc::Entry<Nic>::show<&Nic::show_queues>(init, name, {}, shown),
                .commands = proc::Entry<Nic>::write<&Nic::command>(init, "commands", {.mode = 0220}, shown),
                .debug = debugfs::Registration<Nic>::start(init, name, &fill, where)};
    }

    CString label;
    Atomic<u32> limit;
    Atomic<bool> is_up;
    Array<Atomic<u64>, 4> received;
    Mutex<List<Box<Queue>, &Queue::links>> queues;
    SpinLock<Vec<u32>> spun;
    Mutex<Vec<u8>> eeprom;
    Array<u8, 6> mac;
    proc::Entry<Nic> entry;
    proc::Entry<Nic> commands;
    debugfs::Registration<Nic> debug;

private:
    static void fill(debugfs::Contents<Nic>& files)
    {
        files.value<&Nic::label>("label");
        files.setting<&Nic::limit>("limit");
        files.setting<&Nic::is_up>("up");
        files.value<&Nic::limit, debugfs::Base::Hex>("limit_hex");
        files.blob<&Nic::mac>("mac");
        files.writable_blob<&Nic::eeprom>("eeprom");
        files.show<&Nic::show_queues>("queues");
        files.show<&Nic::show_spun, &Nic::command>("spun", 0600);
        files.write<&Nic::command>("command");
        files.file<Snapshot>("snapshot", 0400);
        files.dir("received", [](debugfs::Contents<Nic>& in) {
            static constexpr CStr names[] = {"0", "1", "2", "3"};
            for (usize i = 0; i < in.object().received.len(); i++)
                in.value<&Nic::nth>(Span(names)[i], i);
        });
    }

    const Atomic<u64>& nth(usize i) const KEEL_LIFETIME_BOUND { return received[i]; }

    Result<void> show_queues(fs::SeqRows& rows) const
    {
        rows.row([](fs::SeqFile& out) { out.write("length\n"); });
        const auto held = TRY(queues.lock_killable());
        rows.each(*held, [](fs::SeqFile& out, const Queue& queue) { out.print<"{}\n">(queue.length); });
        return {};
    }
    void show_spun(fs::SeqRows& rows) const
    {
        const auto held = spun.lock();
        for (usize i = static_cast<usize>(rows.position()); i < held->len(); i++)
            if (!rows.row_at(i, [&](fs::SeqFile& out) { out.print<"{}\n">((*held)[i]); }))
                return;
    }
    Result<void> command(UserReader& in) const
    {
        Array<char, 16> room {};
        if (TRY(in.read_str(room)) != Str("clear\n"))
            return EINVAL;
        queues.lock()->clear();
        return {};
    }
};

class Snapshot {
public:
    static Snapshot open(Init<Snapshot>&, const Nic& nic, const fs::File&) { return {.limit = nic.limit.load(Relaxed)}; }
    Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(limit), pos); }

    u32 limit;
};

/// Objects that come and go, each with its directory.
class Nics {
public:
    debugfs::Dir top;
    proc::Dir shown;
    Mutex<Vec<Box<Nic>>> nics;
    debugfs::Registration<Nics> control;

    static Nics init(Init<Nics>& init)
    {
        return {.top = debugfs::Dir::create("nics"),
                .shown = init.take(proc::Dir::create("nics")),
                .nics = {},
                .control = debugfs::Registration<Nics>::start(init, "nics_control", [](debugfs::Contents<Nics>& files) {
                    files.write<&Nics::add>("add");
                })};
    }

    Result<void> add(UserReader& in) const
    {
        Array<char, 32> room {};
        const CString name = TRY(CString::create(TRY(in.read_str(room)), GFP_KERNEL));
        auto nic = TRY(Box<Nic>::init(GFP_KERNEL, [&](Init<Nic>& init) -> Nic {
            return Nic::make(init, name.as_cstr(), top, shown);
        }));
        return nics.lock()->push(move(nic), GFP_KERNEL);
    }
};

} // namespace

KEEL_MODULE(Nics, .license = "GPL", .description = "Files of every kind");
