// SPDX-License-Identifier: GPL-2.0
// Files of the fake /proc and debugfs, read and written as processes do. The kernel's own: tests/vm/virtual.
//
// sources: src/*.cpp
#include "fake/virtual_files.hpp"

#include "fake/fake.hpp"

#include <keel/collections/list.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Row {
    u32 number;
    ListLinks links;
};
using Rows = List<Box<Row>, &Row::links>;

/// An open file with an object of its own.
class Visit;

class Shown {
public:
    static Result<Box<Shown>> make()
    {
        return Box<Shown>::init(GFP_KERNEL, [](Init<Shown>& init) -> Shown {
            return {.text = init.take(CString::create("text", GFP_KERNEL)),
                    .number = {7},
                    .sign = {-1},
                    .flag = {true},
                    .rows = {},
                    .bytes = {},
                    .proc_rows = proc::Entry<Shown>::show<&Shown::show_rows>(init, "rows"),
                    .files = debugfs::Registration<Shown>::start(init, "shown", &fill)};
        });
    }

    CString text;
    Atomic<u32> number;
    Atomic<i32> sign;
    Atomic<bool> flag;
    Mutex<Rows> rows;
    Mutex<Array<u8, 8>> bytes;
    proc::Entry<Shown> proc_rows;
    debugfs::Registration<Shown> files;

    Result<void> set_rows(u32 n) const
    {
        rows.lock()->clear();
        for (u32 i = 0; i < n; i++)
            rows.lock()->push_back(TRY(Box<Row>::create(GFP_KERNEL, i)));
        return {};
    }

private:
    static void fill(debugfs::Contents<Shown>& in)
    {
        in.value<&Shown::text>("text");
        in.setting<&Shown::number>("number");
        in.setting<&Shown::number, debugfs::Base::Hex>("hex");
        in.setting<&Shown::sign>("sign");
        in.setting<&Shown::flag>("flag");
        in.show<&Shown::show, &Shown::write>("show");
        in.show<&Shown::show_keyed>("keyed");
        in.show<&Shown::show_error>("error");
        in.write<&Shown::write>("write");
        in.writable_blob<&Shown::bytes>("blob");
        in.file<Visit>("visit", 0400);
    }

    void show(fs::SeqFile& out) const { out.print<"{} of {}\n">(number.load(Relaxed), CStr("seven")); }
    Result<void> show_error(fs::SeqFile&) const { return EIO; }
    /// Rows of several lengths, some of none, some longer than the buffer.
    void show_rows(fs::SeqRows& out) const
    {
        const auto held = rows.lock();
        out.each(*held, [](fs::SeqFile& line, const Row& row) { print(line, row); });
    }
    void show_keyed(fs::SeqRows& out) const
    {
        const auto held = rows.lock();
        for (const Row& row : *held)
            if (!out.row_at(row.number * u64 {3}, [&](fs::SeqFile& line) { print(line, row); }))
                return;
    }
    static void print(fs::SeqFile& line, const Row& row)
    {
        if (row.number % 7 == 3)
            return;
        line.print<"{}:">(row.number);
        for (u32 i = 0; i < row.number % 5 * (row.number % 11); i++)
            line.write(" many");
        line.write("\n");
    }
    Result<void> write(UserReader& in) const
    {
        Array<char, 4> room {};
        return TRY(in.read_str(room)) == Str("yes") ? Result<void>() : Result<void>(EINVAL);
    }
};

class Visit {
public:
    static Visit open(Init<Visit>& init, const Shown& shown, const fs::File&)
    {
        return {.number = init.take(Box<u32>::create(GFP_KERNEL, shown.number.load(Relaxed)))};
    }
    Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(*number), pos); }

    Box<u32> number;
};

constexpr usize most = 1 << 16;
char expected[most];
char got[most];

/// What `set_rows(n)` makes a reader see; its length.
usize expect_rows(u32 n)
{
    usize len = 0;
    const auto add = [&len](Str text) {
        for (char c : text.span())
            expected[len++] = c;
    };
    for (u32 i = 0; i < n; i++) {
        if (i % 7 == 3)
            continue;
        Array<char, 16> room {};
        add(format::into<"{}:">(room, i));
        for (u32 k = 0; k < i % 5 * (i % 11); k++)
            add(" many");
        add("\n");
    }
    return len;
}

/// Reads from `at` on, `piece` bytes at a time; how many bytes there were, or an errno.
long drain(fake::OpenFile* file, usize piece, usize at = 0)
{
    const usize from = at;
    for (;;) {
        const long n = fake::read_file(file, got + at, piece < most - at ? piece : most - at, static_cast<loff_t>(at));
        if (n <= 0)
            return n < 0 ? n : static_cast<long>(at - from);
        at += static_cast<usize>(n);
    }
}

/// An open file, closed at the end.
struct Opened {
    fake::OpenFile* raw;
    int error = 0;

    explicit Opened(const char* path) { raw = fake::open_file(path, error); }
    Opened(const Opened&) = delete;
    ~Opened()
    {
        if (raw)
            fake::close_file(raw);
    }
};

bool holds(const char* path, const char* text)
{
    const Opened file(path);
    const long len = static_cast<long>(__builtin_strlen(text));
    return file.raw && drain(file.raw, 3) == len && __builtin_memcmp(got, text, static_cast<usize>(len)) == 0;
}

long tell(const char* path, const char* text)
{
    const Opened file(path);
    return file.raw ? fake::write_file(file.raw, text, __builtin_strlen(text), 0) : file.error;
}

bool rows_are_read(const char* path, u32 n)
{
    const usize len = expect_rows(n);
    for (usize piece : Array<usize, 7> {1, 7, 63, 64, 65, 1'000, most}) {
        const Opened file(path);
        if (drain(file.raw, piece) != static_cast<long>(len) || __builtin_memcmp(got, expected, len) != 0)
            return false;
    }
    // From any offset, in no order.
    const Opened file(path);
    for (usize i = 0; i < 200; i++) {
        const usize at = i * 7'919 % (len + 10);
        const usize due = at < len ? len - at : 0;
        if (drain(file.raw, 50, at) != static_cast<long>(due) || __builtin_memcmp(got + at, expected + at, due) != 0)
            return false;
    }
    return true;
}

void texts_are_read(Test& test)
{
    auto made = Shown::make();
    const auto shown = made.take();
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/show", "7 of seven\n"));
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/text", "text\n"));
    const Opened error("/sys/kernel/debug/shown/error");
    KEEL_EXPECT(test, drain(error.raw, 10) == EIO.to_errno());
    const Opened file("/sys/kernel/debug/shown/show");
    KEEL_EXPECT(test, fake::read_file(file.raw, nullptr, 10, 0) == EFAULT.to_errno());
    KEEL_EXPECT(test, fake::read_file(file.raw, got, 10, 5) == 6);
}

void rows_are_read_in_pieces(Test& test)
{
    auto made = Shown::make();
    const auto shown = made.take();
    for (u32 n : Array<u32, 6> {0, 1, 4, 5, 50, 300}) {
        KEEL_EXPECT(test, shown->set_rows(n).ok());
        KEEL_EXPECT(test, rows_are_read("/proc/rows", n));
        KEEL_EXPECT(test, rows_are_read("/sys/kernel/debug/shown/keyed", n));
    }
}

void rows_with_a_key_are_found_again(Test& test)
{
    auto made = Shown::make();
    const auto shown = made.take();
    KEEL_EXPECT(test, shown->set_rows(100).ok());
    const Opened file("/sys/kernel/debug/shown/keyed");
    KEEL_EXPECT(test, fake::read_file(file.raw, got, 4, 0) == 4);
    shown->rows.lock()->retain([](const Row& row) { return row.number >= 50; });
    const long n = drain(file.raw, 100, 4);
    KEEL_EXPECT(test, n > 0);
    got[4 + n] = '\0';
    for (u32 i = 50; i < 100; i++) {
        Array<char, 16> room {};
        const Str line = format::into<"\n{}:">(room, i);
        room[line.len()] = '\0';
        KEEL_EXPECT(test, i % 7 == 3 || __builtin_strstr(got, line.data()) != nullptr);
    }
    KEEL_EXPECT(test, shown->set_rows(1'000).ok());
    KEEL_EXPECT(test, drain(file.raw, 100, static_cast<usize>(4 + n)) > 0);
}

void values_are_set(Test& test)
{
    auto made = Shown::make();
    const auto shown = made.take();
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/number", "0x10\n") == 5);
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/number", "16\n"));
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/hex", "0x00000010\n"));
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/number", "4294967296") == EINVAL.to_errno());
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/sign", "-2147483648") == 11);
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/sign", "2147483648") == EINVAL.to_errno());
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/sign", "-2147483648\n"));
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/flag", "n") == 1);
    KEEL_EXPECT(test, holds("/sys/kernel/debug/shown/flag", "N\n"));
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/flag", "what") == EINVAL.to_errno());
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/flag", "a text with no end to it") == EINVAL.to_errno());
    KEEL_EXPECT(test, shown->number.load(Relaxed) == 16 && !shown->flag.load(Relaxed));
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/write", "yes") == 3);
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/show", "no") == EINVAL.to_errno());
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/show", "or what") == EINVAL.to_errno());
    KEEL_EXPECT(test, tell("/sys/kernel/debug/shown/text", "x") == EINVAL.to_errno());
}

void blobs_keep_their_size(Test& test)
{
    auto made = Shown::make();
    const auto shown = made.take();
    const Opened file("/sys/kernel/debug/shown/blob");
    KEEL_EXPECT(test, fake::write_file(file.raw, "abcd", 4, 6) == 2);
    KEEL_EXPECT(test, fake::write_file(file.raw, "cd", 2, 8) == ENOSPC.to_errno());
    KEEL_EXPECT(test, fake::write_file(file.raw, "cd", 2, 1'000) == ENOSPC.to_errno());
    KEEL_EXPECT(test, fake::write_file(file.raw, "", 0, 8) == 0);
    KEEL_EXPECT(test, fake::write_file(file.raw, "cd", 2, -1) == EINVAL.to_errno());
    KEEL_EXPECT(test, drain(file.raw, 3) == 8 && __builtin_memcmp(got, "\0\0\0\0\0\0ab", 8) == 0);
}

void open_files_outlive_what_they_show(Test& test)
{
    auto made = Shown::make();
    auto shown = made.take();
    KEEL_EXPECT(test, shown->set_rows(50).ok());
    {
        const Opened number("/sys/kernel/debug/shown/number");
        const Opened rows("/sys/kernel/debug/shown/keyed");
        const Opened blob("/sys/kernel/debug/shown/blob");
        const Opened visit("/sys/kernel/debug/shown/visit");
        KEEL_EXPECT(test, fake::read_file(rows.raw, got, 10, 0) == 10);
        KEEL_EXPECT(test, fake::read_file(visit.raw, got, 10, 0) == 4);
        shown.reset();
        for (const Opened* file : Array<const Opened*, 4> {&number, &rows, &blob, &visit})
            KEEL_EXPECT(test, fake::read_file(file->raw, got, 10, 0) == EIO.to_errno());
    }
    KEEL_EXPECT(test, !fake::exists("/sys/kernel/debug/shown") && !fake::exists("/proc/rows"));
}

void an_object_works_without_debugfs(Test& test)
{
    fake::debugfs_is_off = true;
    auto made = Shown::make();
    fake::debugfs_is_off = false;
    KEEL_EXPECT(test, made.ok());
    const auto shown = made.take();
    KEEL_EXPECT(test, !shown->files.result().ok() && shown->files.result().error() == EPERM);
    KEEL_EXPECT(test, !fake::exists("/sys/kernel/debug/shown") && fake::exists("/proc/rows"));
}

/// Opens and reads everything, with an allocation failing somewhere: an error, or what is right.
bool read_everything()
{
    static constexpr const char* names[] = {"/proc/rows", "/sys/kernel/debug/shown/keyed",
                                            "/sys/kernel/debug/shown/number", "/sys/kernel/debug/shown/visit",
                                            "/sys/kernel/debug/shown/text"};
    auto made = Shown::make();
    if (!made.ok())
        return made.error() == ENOMEM;
    const auto shown = made.take();
    const bool has_rows = shown->set_rows(30).ok();
    const usize len = expect_rows(30);
    for (const char* name : names) {
        const Opened file(name);
        if (!file.raw && file.error != ENOMEM.to_errno() && file.error != ENOENT.to_errno())
            return false;
        const long n = file.raw ? drain(file.raw, 1'000) : 0;
        if (n < 0 && n != ENOMEM.to_errno())
            return false;
        if (has_rows && n > 100 && (n != static_cast<long>(len) || __builtin_memcmp(got, expected, len) != 0))
            return false;
    }
    return true;
}

void failing_allocations_are_errors(Test& test)
{
    for (unsigned n = 1;; n++) {
        fake::fail_allocation(n);
        const bool good = read_everything();
        const unsigned tried = fake::allocations_tried();
        fake::fail_allocation(0);
        KEEL_EXPECT(test, good && fake::allocations_alive() == 0 && fake::locks_held() == 0);
        if (tried < n)
            return;
    }
}

} // namespace

KEEL_SUITE(virtual_files_suite, "virtual files", KEEL_CASE(texts_are_read), KEEL_CASE(rows_are_read_in_pieces),
           KEEL_CASE(rows_with_a_key_are_found_again), KEEL_CASE(values_are_set), KEEL_CASE(blobs_keep_their_size),
           KEEL_CASE(open_files_outlive_what_they_show), KEEL_CASE(an_object_works_without_debugfs),
           KEEL_CASE(failing_allocations_are_errors));

extern "C" int main()
{
    static constexpr const test::Suite* all[] = {&virtual_files_suite};
    return test::run_all(Span(all)) == 0 && fake::allocations_alive() == 0 ? 0 : 1;
}
