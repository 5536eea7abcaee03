// SPDX-License-Identifier: GPL-2.0
// Files and directories of /proc: made, taken, refused. What they give to processes: tests/vm/virtual.
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

class Shown {
public:
    struct Visit {
        u32 number;

        static Visit open(Init<Visit>&, const Shown& shown, const fs::File&)
        {
            return {.number = shown.number.load(Relaxed)};
        }
        Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(number), pos); }
    };

    static Result<Box<Shown>> make(CStr name, const proc::Dir& where = proc::Dir())
    {
        return Box<Shown>::init(GFP_KERNEL, [&](Init<Shown>& init) -> Shown {
            const proc::Dir dir = init.take(proc::Dir::create(name, where));
            return {.number = {1},
                    .whole = proc::Entry<Shown>::show<&Shown::show>(init, "whole", {}, dir),
                    .rows = proc::Entry<Shown>::show<&Shown::show_rows, &Shown::write>(init, "rows", {}, dir),
                    .only_written = proc::Entry<Shown>::write<&Shown::write>(
                        init, "write", {.mode = 0220, .uid = Uid::of_machine(1), .gid = Gid::of_machine(2)}, dir),
                    .file = proc::Entry<Shown>::file<Visit>(init, "file", {.mode = 0400}, dir)};
        });
    }

    Atomic<u32> number;
    proc::Entry<Shown> whole;
    proc::Entry<Shown> rows;
    proc::Entry<Shown> only_written;
    proc::Entry<Shown> file;

private:
    void show(fs::SeqFile& out) const { out.print<"{}\n">(number.load(Relaxed)); }
    void show_rows(fs::SeqRows& out) const
    {
        out.row([this](fs::SeqFile& line) { line.print<"{}\n">(number.load(Relaxed)); });
    }
    Result<void> write(UserReader& in) const { return in.len() > 3 ? Result<void>(EINVAL) : Result<void>(); }
};

/// Whether making something failed, with this, or for want of memory.
template <class T> bool fails(const Result<T>& result, Error error)
{
    return !result.ok() && (result.error() == error || result.error() == ENOMEM);
}
template <class T> bool works(const Result<T>& result) { return result.ok() || result.error() == ENOMEM; }

void names_are_checked(Test& test)
{
    Array<char, 300> room {};
    for (char& c : room)
        c = 'x';
    const auto tall = CString::create(Str(room.span()), GFP_KERNEL);
    const auto number = CString::create("123", GFP_KERNEL);
    if (!tall.ok() || !number.ok())
        return;
    KEEL_EXPECT(test, fails(proc::Dir::create(tall.value().as_cstr()), ENAMETOOLONG));
    KEEL_EXPECT(test, fails(proc::Dir::create(number.value().as_cstr()), EINVAL));
    KEEL_EXPECT(test, fails(proc::Dir::create(""), EINVAL));
    KEEL_EXPECT(test, fails(proc::Dir::create("."), EINVAL));
    KEEL_EXPECT(test, fails(proc::Dir::create(".."), EINVAL));
    KEEL_EXPECT(test, fails(proc::Dir::create("a/b"), EINVAL));
    KEEL_EXPECT(test, fails(Shown::make("a/b"), EINVAL));
    auto dir = proc::Dir::create("keel_test_top");
    KEEL_EXPECT(test, works(dir));
    if (!dir.ok())
        return;
    const proc::Dir top = dir.take();
    KEEL_EXPECT(test, works(proc::Dir::create(number.value().as_cstr(), top)));
}

void what_is_taken_is_refused(Test& test)
{
    auto first = Shown::make("keel_test_top");
    KEEL_EXPECT(test, works(first));
    if (!first.ok())
        return;
    const auto held = first.take();
    KEEL_EXPECT(test, fails(Shown::make("keel_test_top"), EEXIST));
    KEEL_EXPECT(test, fails(proc::Dir::create("keel_test_top"), EEXIST));
}

void a_directory_lasts_as_long_as_what_is_in_it(Test& test)
{
    for (u32 round = 0; round < 2; round++) {
        Box<Shown> kept;
        {
            auto dir = proc::Dir::create("keel_test_top");
            if (!dir.ok())
                return;
            const proc::Dir top = dir.take();
            auto made = Shown::make("object", top);
            KEEL_EXPECT(test, works(made));
            KEEL_EXPECT(test, !made.ok() || fails(Shown::make("object", top), EEXIST));
            if (!made.ok())
                return;
            kept = made.take();
        }
        KEEL_EXPECT(test, fails(proc::Dir::create("keel_test_top"), EEXIST));
        kept.reset();
        KEEL_EXPECT(test, works(proc::Dir::create("keel_test_top")));
    }
}

} // namespace

KEEL_SUITE(entry_suite, "proc", KEEL_CASE(names_are_checked), KEEL_CASE(what_is_taken_is_refused),
           KEEL_CASE(a_directory_lasts_as_long_as_what_is_in_it));
