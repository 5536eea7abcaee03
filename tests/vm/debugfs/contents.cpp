// SPDX-License-Identifier: GPL-2.0
// Directories and what is in them: made, taken, refused. What their files give to processes: tests/vm/virtual.
#include <keel/collections/list.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// An object with files of every kind.
class Shown {
public:
    /// An open file with an object of its own.
    struct Visit {
        u32 number;

        static Visit open(Init<Visit>&, const Shown& shown, const fs::File&)
        {
            return {.number = shown.number.load(Relaxed)};
        }
        Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(as_bytes(number), pos); }
    };

    static Result<Box<Shown>> make(CStr name, const debugfs::Dir& where = debugfs::Dir())
    {
        return Box<Shown>::init(GFP_KERNEL, [&](Init<Shown>& init) -> Shown {
            return {.text = init.take(CString::create("text", GFP_KERNEL)),
                    .number = {1},
                    .flag = {true},
                    .numbers = {},
                    .lengths = {},
                    .bytes = {},
                    .files = debugfs::Registration<Shown>::start(init, name, &fill, where)};
        });
    }

    CString text;
    Atomic<u32> number;
    Atomic<bool> flag;
    Array<Atomic<u64>, 2> numbers;
    Mutex<Vec<u32>> lengths;
    Mutex<Array<u8, 4>> bytes;
    debugfs::Registration<Shown> files;

private:
    static void fill(debugfs::Contents<Shown>& in)
    {
        in.value<&Shown::text>("text");
        in.value<&Shown::number, debugfs::Base::Hex>("hex");
        in.setting<&Shown::number>("number");
        in.setting<&Shown::flag>("flag");
        in.show<&Shown::show>("show");
        in.show<&Shown::show_rows, &Shown::write>("rows");
        in.write<&Shown::write>("write");
        in.blob<&Shown::bytes>("blob");
        in.writable_blob<&Shown::bytes>("writable_blob");
        in.file<Visit>("visit", 0400);
        in.dir("numbers", [](debugfs::Contents<Shown>& numbers) {
            for (usize i = 0; i < numbers.object().numbers.len(); i++)
                numbers.value<&Shown::nth>(i == 0 ? CStr("first") : CStr("second"), i);
        });
        in.value<&Shown::number>("bad/name");
        in.dir("bad/name", [](debugfs::Contents<Shown>& nowhere) { nowhere.value<&Shown::number>("number"); });
    }

    const Atomic<u64>& nth(usize i) const KEEL_LIFETIME_BOUND { return numbers[i]; }
    void show(fs::SeqFile& out) const { out.print<"{}\n">(number.load(Relaxed)); }
    void show_rows(fs::SeqRows& rows) const
    {
        const auto held = lengths.lock();
        rows.each(*held, [](fs::SeqFile& out, const u32& length) { out.print<"{}\n">(length); });
    }
    Result<void> write(UserReader& in) const { return lengths.lock()->push(static_cast<u32>(in.len()), GFP_KERNEL); }
};

/// What may be the matter when an allocation fails: nothing, or that.
bool is_there(const Result<void>& result) { return result.ok() || result.error() == ENOMEM; }

void directories_come_and_go(Test& test)
{
    const auto top = debugfs::Dir::create("keel_test_top");
    KEEL_EXPECT(test, is_there(top.result()));
    const auto inner = debugfs::Dir::create("inner", top);
    KEEL_EXPECT(test, is_there(inner.result()));
    if (!top.result().ok() || !inner.result().ok())
        return;
    const auto again = debugfs::Dir::create("inner", top);
    KEEL_EXPECT(test, !again.result().ok() && again.result().error() == EEXIST);
    const auto nowhere = debugfs::Dir::create("in_what_is_not_there", again);
    KEEL_EXPECT(test, !nowhere.result().ok() && nowhere.result().error() == EEXIST);
}

void a_directory_lasts_as_long_as_what_is_in_it(Test& test)
{
    debugfs::Dir inner;
    {
        const auto top = debugfs::Dir::create("keel_test_top");
        inner = debugfs::Dir::create("inner", top);
        if (!top.result().ok() || !inner.result().ok())
            return;
    }
    const auto taken = debugfs::Dir::create("keel_test_top");
    KEEL_EXPECT(test, !taken.result().ok());
    inner = debugfs::Dir();
    const auto top = debugfs::Dir::create("keel_test_top");
    KEEL_EXPECT(test, is_there(top.result()));
}

void bad_names_make_nothing(Test& test)
{
    Array<char, 300> room {};
    for (char& c : room)
        c = 'x';
    const auto tall = CString::create(Str(room.span()), GFP_KERNEL);
    if (!tall.ok())
        return;
    KEEL_EXPECT(test, !debugfs::Dir::create(tall.value().as_cstr()).result().ok());
    KEEL_EXPECT(test, !debugfs::Dir::create("").result().ok());
    KEEL_EXPECT(test, !debugfs::Dir::create(".").result().ok());
    KEEL_EXPECT(test, !debugfs::Dir::create("..").result().ok());
    KEEL_EXPECT(test, !debugfs::Dir::create("a/b").result().ok());
}

void objects_come_and_go(Test& test)
{
    const auto top = debugfs::Dir::create("keel_test_top");
    for (u32 round = 0; round < 3; round++) {
        auto one = Shown::make("one", top);
        auto other = Shown::make("other", top);
        auto third = Shown::make("one", top);
        if (!one.ok() || !other.ok() || !third.ok())
            return;
        const auto first = one.take();
        const auto second = other.take();
        const auto last = third.take();
        KEEL_EXPECT(test, is_there(top.result()) && (!top.result().ok() || is_there(first->files.result())));
        KEEL_EXPECT(test, !first->files.result().ok() || !last->files.result().ok());
    }
}

void an_object_keeps_the_directory_it_is_in(Test& test)
{
    Box<Shown> object;
    {
        const auto top = debugfs::Dir::create("keel_test_top");
        auto made = Shown::make("object", top);
        if (!made.ok() || !top.result().ok())
            return;
        object = made.take();
    }
    if (!object->files.result().ok())
        return;
    KEEL_EXPECT(test, !debugfs::Dir::create("keel_test_top").result().ok());
    object.reset();
    KEEL_EXPECT(test, is_there(debugfs::Dir::create("keel_test_top").result()));
}

void an_object_that_fails_shows_nothing(Test& test)
{
    struct Failing {
        u32 number;
        debugfs::Registration<Failing> files;
    };
    const auto made = Box<Failing>::init(GFP_KERNEL, [](Init<Failing>& init) -> Failing {
        init.fail(EBUSY);
        return {.number = 1,
                .files =
                    debugfs::Registration<Failing>::start(init, "keel_test_top", [](debugfs::Contents<Failing>& files) {
                        files.value<&Failing::number>("number");
                    })};
    });
    KEEL_EXPECT(test, !made.ok());
    KEEL_EXPECT(test, is_there(debugfs::Dir::create("keel_test_top").result()));
}

} // namespace

KEEL_SUITE(contents_suite, "debugfs", KEEL_CASE(directories_come_and_go),
           KEEL_CASE(a_directory_lasts_as_long_as_what_is_in_it), KEEL_CASE(bad_names_make_nothing),
           KEEL_CASE(objects_come_and_go), KEEL_CASE(an_object_keeps_the_directory_it_is_in),
           KEEL_CASE(an_object_that_fails_shows_nothing));
