// SPDX-License-Identifier: GPL-2.0
// A module whose state is shown in every way that /proc and debugfs have, and changed by the file `control`.
#include <keel/collections/list.hpp>
#include <keel/collections/xarray.hpp>
#include <keel/core/parse.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/mm/vma.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>
#include <keel/sync/completion.hpp>

using namespace keel;

struct Row {
    u32 number;
    ListLinks links;
};
using Rows = List<Box<Row>, &Row::links>;

/// The words of a command, one after the other.
class KEEL_VIEW Words {
public:
    explicit Words(Str text) : rest_ {text} {}

    Str next()
    {
        usize from = 0;
        while (from < rest_.len() && is_space(rest_[from]))
            from++;
        usize end = from;
        while (end < rest_.len() && !is_space(rest_[end]))
            end++;
        const Str word = rest_.slice(from, end - from);
        rest_ = rest_.slice(end, rest_.len() - end);
        return word;
    }

    Result<u32> number() { return parse<u32>(next(), 10); }

private:
    static bool is_space(char c) { return c == ' ' || c == '\n'; }

    Str rest_;
};

/// An object that comes and goes, with a directory of its own.
class Guest {
public:
    Atomic<u32> number;
    Completion entered;
    Completion may_leave;
    Mutex<Array<u8, 4>> block;
    debugfs::Registration<Guest> debug;

    static Guest make(Init<Guest>& init, CStr name, u32 number, const debugfs::Dir& where)
    {
        return {.number = {number},
                .entered = {},
                .may_leave = {},
                .block = Array<u8, 4> {'g', 'u', 's', 't'},
                .debug = debugfs::Registration<Guest>::start(init, name, &fill, where)};
    }

private:
    static void fill(debugfs::Contents<Guest>& files)
    {
        files.setting<&Guest::number>("number");
        files.show<&Guest::show_slowly>("slow");
        files.show<&Guest::show_rows>("rows");
        files.blob<&Guest::block>("block");
        files.file<Visit>("visit", 0600);
    }

    /// An open file that has something of its own.
    struct Visit {
        Box<u32> count;

        static Visit open(Init<Visit>& init, const Guest& guest, const fs::File&)
        {
            return {.count = init.take(Box<u32>::create(GFP_KERNEL, guest.number.load(Relaxed)))};
        }
        Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(*count), pos); }
    };

    /// Stays in the middle of a read until it may leave.
    Result<void> show_slowly(fs::SeqFile& out) const
    {
        entered.complete();
        TRY(may_leave.wait_killable());
        out.print<"{} after all\n">(number.load(Relaxed));
        return {};
    }
    void show_rows(fs::SeqRows& out) const
    {
        for (u32 i = 0; i < 1'000'000; i++)
            if (!out.row([&](fs::SeqFile& line) { line.print<"{} of {}\n">(i, number.load(Relaxed)); }))
                return;
    }
};

class Virtual {
public:
    static Virtual init(Init<Virtual>& init)
    {
        const proc::Dir dir = init.take(proc::Dir::create("keel_virtual"));
        return {.name = init.take(CString::create("a text", GFP_KERNEL)),
                .number = {42},
                .sign = {-1},
                .wide = {0},
                .size = {1},
                .flag = {true},
                .fixed = 0xbeef,
                .numbers = init.take(make_numbers()),
                .rows = {},
                .spun = {},
                .keyed = {},
                .block = {},
                .bytes = {},
                .still = {'s', 't', 'i', 'l', 'l'},
                .memory = init.take(mm::SharedBuffer::create(2 * Page::size)),
                .guest_dir = debugfs::Dir::create("keel_guests"),
                .guest = {},
                .whole_file = proc::Entry<Virtual>::show<&Virtual::show_whole>(init, "whole", {}, dir),
                .rows_file = proc::Entry<Virtual>::show<&Virtual::show_rows>(init, "rows", {}, dir),
                .spun_file = proc::Entry<Virtual>::show<&Virtual::show_spun>(init, "spun", {}, dir),
                .keyed_file = proc::Entry<Virtual>::show<&Virtual::show_keyed>(init, "keyed", {}, dir),
                .long_file = proc::Entry<Virtual>::show<&Virtual::show_long>(init, "long", {}, dir),
                .error_file = proc::Entry<Virtual>::show<&Virtual::show_error>(init, "error", {}, dir),
                .both_file = proc::Entry<Virtual>::show<&Virtual::show_whole, &Virtual::control>(init, "both", {}, dir),
                .control_file = proc::Entry<Virtual>::write<&Virtual::control>(init, "control", {}, dir),
                .owned_file = proc::Entry<Virtual>::file<Session>(
                    init, "owned", {.mode = 0640, .uid = Uid::of_machine(7), .gid = Gid::of_machine(8)}, dir),
                .memory_file = proc::Entry<Virtual>::file<Virtual>(init, "memory", {.mode = 0600}, dir),
                .top_file = proc::Entry<Virtual>::show<&Virtual::show_whole>(init, "keel_virtual_top"),
                .debug = debugfs::Registration<Virtual>::start(init, "keel_virtual", &fill)};
    }

    CString name;
    Atomic<u32> number;
    Atomic<i32> sign;
    Atomic<u64> wide;
    Atomic<usize> size;
    Atomic<bool> flag;
    const u16 fixed;
    Vec<Box<Atomic<u32>>> numbers;
    Mutex<Rows> rows;
    SpinLock<Rows> spun;
    XArray<Box<u32>> keyed;
    Mutex<Array<u8, 16>> block;
    Mutex<Vec<u8>> bytes;
    const Array<u8, 5> still;
    mm::SharedBuffer memory;
    debugfs::Dir guest_dir;
    Mutex<Box<Guest>> guest;
    proc::Entry<Virtual> whole_file;
    proc::Entry<Virtual> rows_file;
    proc::Entry<Virtual> spun_file;
    proc::Entry<Virtual> keyed_file;
    proc::Entry<Virtual> long_file;
    proc::Entry<Virtual> error_file;
    proc::Entry<Virtual> both_file;
    proc::Entry<Virtual> control_file;
    proc::Entry<Virtual> owned_file;
    proc::Entry<Virtual> memory_file;
    proc::Entry<Virtual> top_file;
    debugfs::Registration<Virtual> debug;

    // The file "memory".
    Result<void> mmap(const fs::File&, mm::VmaPages& vma) const { return vma.map(memory); }
    Result<loff_t> llseek(const fs::File& file, loff_t offset, fs::Whence whence) const
    {
        return file.seek(offset, whence, static_cast<loff_t>(memory.len()));
    }

private:
    /// An open file of /proc.
    struct Session {
        Mutex<u32> calls;

        static Session open(Init<Session>&, const Virtual& owner, const fs::File&)
        {
            return {.calls = owner.number.load(Relaxed)};
        }
        Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(*calls.lock()), pos); }
        Result<usize> write(UserReader& in, loff_t&) const
        {
            ++*calls.lock();
            return in.len();
        }
        Result<long> ioctl(u32 cmd, ioctl::Arg) const
        {
            if (cmd != ioctl::io('v', 1))
                return ENOTTY;
            return static_cast<long>(++*calls.lock());
        }
    };

    static Result<Vec<Box<Atomic<u32>>>> make_numbers()
    {
        Vec<Box<Atomic<u32>>> made;
        for (u32 i = 0; i < 3; i++)
            TRY(made.push(TRY(Box<Atomic<u32>>::create(GFP_KERNEL, i * 100)), GFP_KERNEL));
        return made;
    }

    static void fill(debugfs::Contents<Virtual>& files)
    {
        files.value<&Virtual::name>("name");
        files.value<&Virtual::number>("shown");
        files.setting<&Virtual::number>("number");
        files.setting<&Virtual::number, debugfs::Base::Hex>("hex");
        files.setting<&Virtual::sign>("sign");
        files.setting<&Virtual::wide>("wide");
        files.setting<&Virtual::size>("size");
        files.setting<&Virtual::flag>("flag");
        files.value<&Virtual::fixed, debugfs::Base::Hex>("fixed");
        files.show<&Virtual::show_whole>("whole");
        files.show<&Virtual::show_rows>("rows");
        files.show<&Virtual::show_keyed>("keyed", 0400);
        files.show<&Virtual::show_whole, &Virtual::control>("both");
        files.write<&Virtual::control>("control");
        files.writable_blob<&Virtual::block>("block");
        files.blob<&Virtual::bytes>("bytes");
        files.blob<&Virtual::still>("still");
        files.file<Session>("session", 0600);
        files.dir("numbers", [](debugfs::Contents<Virtual>& in) {
            for (usize i = 0; i < in.object().numbers.len(); i++) {
                Array<char, 8> room {};
                const auto name = CString::create(format::into<"{}">(room, i), GFP_KERNEL);
                if (name.ok())
                    in.setting<&Virtual::nth>(name.value().as_cstr(), i);
            }
        });
        // People who look for these do not find them; nothing else comes of it.
        files.value<&Virtual::number>("number");
        files.value<&Virtual::number>("a/b");
        files.value<&Virtual::number>("");
        files.value<&Virtual::number>("..");
    }

    const Atomic<u32>& nth(usize i) const KEEL_LIFETIME_BOUND { return *numbers[i]; }

    void show_whole(fs::SeqFile& out) const { out.print<"{} of {}\n">(number.load(Relaxed), 7u); }

    void show_rows(fs::SeqRows& out) const
    {
        out.row([](fs::SeqFile& line) { line.write("rows:\n"); });
        const auto list = rows.lock();
        out.each(*list, [](fs::SeqFile& line, const Row& row) { line.print<"row {}\n">(row.number); });
    }

    void show_spun(fs::SeqRows& out) const
    {
        const auto list = spun.lock();
        out.each(*list, [](fs::SeqFile& line, const Row& row) { line.print<"row {}\n">(row.number); });
    }

    void show_keyed(fs::SeqRows& out) const
    {
        auto array = keyed.lock();
        for (usize i = out.position();; i++) {
            const auto value = array.next(i);
            if (value.is_none() || !out.row_at(i, [&](fs::SeqFile& line) { line.print<"{}\n">(value.value()); }))
                return;
        }
    }

    /// Some rows that do not fit a page, among others that print nothing.
    void show_long(fs::SeqRows& out) const
    {
        for (u32 i = 0; i < 12; i++)
            out.row([&](fs::SeqFile& line) {
                for (u32 n = 0; n < (i % 3 == 0 ? 0u : i * 300) && !line.has_overflowed(); n++)
                    line.print<"{:05}\n">(i * 10'000 + n);
            });
    }

    Result<void> show_error(fs::SeqFile& out) const
    {
        out.write("nobody reads this\n");
        return EIO;
    }

    Result<void> control(UserReader& in) const
    {
        Array<char, 64> room {};
        Words words(TRY(in.read_str(room)));
        const Str command = words.next();
        if (command == "fill")
            return set_rows(TRY(words.number()));
        if (command == "add")
            return add_row(TRY(words.number()));
        if (command == "remove")
            return remove_row(TRY(words.number()));
        if (command == "bytes")
            return set_bytes(words.next());
        if (command == "enter")
            return enter(TRY(words.number()));
        if (command == "await")
            return await();
        if (command == "leave")
            return leave();
        if (command == "let")
            return let();
        return EINVAL;
    }

    Result<void> set_rows(u32 n) const
    {
        Rows gone;
        Rows others;
        swap(*rows.lock(), gone);
        swap(*spun.lock(), others);
        for (usize i = 0; next_key(i);)
            (void)keyed.remove(i);
        for (u32 i = 0; i < n; i++)
            TRY(add_row(i));
        return {};
    }

    /// Whether there is a key from `at` on; `at` becomes that key.
    bool next_key(usize& at) const
    {
        auto array = keyed.lock();
        return array.next(at).is_some();
    }

    Result<void> add_row(u32 number) const
    {
        auto row = TRY(Box<Row>::create(GFP_KERNEL, number));
        auto other = TRY(Box<Row>::create(GFP_KERNEL, number));
        (void)TRY(keyed.store(number, TRY(Box<u32>::create(GFP_KERNEL, number)), GFP_KERNEL));
        rows.lock()->push_back(move(row));
        spun.lock()->push_back(move(other));
        return {};
    }

    Result<void> remove_row(u32 number) const
    {
        rows.lock()->retain([number](const Row& row) { return row.number != number; });
        auto gone = spun.lock()->extract([number](const Row& row) { return row.number == number; });
        return keyed.remove(number).is_some() ? Result<void>() : Result<void>(ENOENT);
    }

    Result<void> set_bytes(Str text) const
    {
        auto held = bytes.lock();
        held->clear();
        for (char c : text.span())
            TRY(held->push(static_cast<u8>(c), GFP_KERNEL));
        return {};
    }

    Result<void> enter(u32 number) const
    {
        (void)leave();
        auto made = TRY(Box<Guest>::init(
            GFP_KERNEL, [&](Init<Guest>& init) -> Guest { return Guest::make(init, "guest", number, guest_dir); }));
        swap(*guest.lock(), made);
        return {};
    }

    /// Waits until somebody is in the middle of a read of the guest's.
    Result<void> await() const
    {
        auto held = guest.lock();
        if (held->is_empty())
            return ENOENT;
        return (*held)->entered.wait_killable();
    }

    /// Lets who is there finish.
    Result<void> let() const
    {
        auto held = guest.lock();
        if (held->is_empty())
            return ENOENT;
        (*held)->may_leave.complete_all();
        return {};
    }

    Result<void> leave() const
    {
        Box<Guest> gone;
        swap(*guest.lock(), gone);
        return gone.is_empty() ? Result<void>(ENOENT) : Result<void>();
    }
};

KEEL_MODULE(Virtual, .license = "GPL", .description = "Shows its state in /proc and debugfs");
