// SPDX-License-Identifier: GPL-2.0
// A directory of debugfs: a text, a counter, a pair of numbers under a lock, and bytes.
#include <keel/core/parse.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Sample {
    struct Inner {
        u32 x;
        u32 y;
    };

public:
    static Sample init(Init<Sample>& init)
    {
        return {.compatible = init.take(CString::create("sample-debugfs", GFP_KERNEL)),
                .counter = {91},
                .inner = Inner {.x = 10, .y = 42},
                .array_blob = Array<u8, 4> {'b', 'l', 'o', 'b'},
                .vector_blob = init.take(make_blob()),
                .files = debugfs::Registration<Sample>::start(init, "sample_debugfs", &fill)};
    }

    CString compatible;
    Atomic<usize> counter;
    Mutex<Inner> inner;
    Mutex<Array<u8, 4>> array_blob;
    Mutex<Vec<u8>> vector_blob;
    debugfs::Registration<Sample> files;

private:
    static void fill(debugfs::Contents<Sample>& files)
    {
        files.show<&Sample::show_compatible>("compatible");
        files.setting<&Sample::counter>("counter");
        files.show<&Sample::show_pair, &Sample::write_pair>("pair");
        files.writable_blob<&Sample::array_blob>("array_blob");
        files.writable_blob<&Sample::vector_blob>("vector_blob");
    }

    static Result<Vec<u8>> make_blob()
    {
        Vec<u8> blob;
        TRY(blob.reserve(4096, GFP_KERNEL));
        for (usize i = 0; i < 4096; i++)
            TRY(blob.push(0x42, GFP_KERNEL));
        return blob;
    }

    void show_compatible(fs::SeqFile& out) const { out.print<"\"{}\"\n">(compatible.as_cstr()); }

    void show_pair(fs::SeqFile& out) const
    {
        const auto pair = inner.lock();
        out.print<"Inner {{ x: {}, y: {} }}\n">(pair->x, pair->y);
    }

    /// Two numbers, with spaces around them.
    Result<void> write_pair(UserReader& in) const
    {
        Array<char, 128> room {};
        Str rest = TRY(in.read_str(room));
        const auto x = parse<u32>(next_word(rest), 10);
        const auto y = parse<u32>(next_word(rest), 10);
        if (!x.ok() || !y.ok() || !next_word(rest).is_empty())
            return EINVAL;
        *inner.lock() = Inner {.x = x.value(), .y = y.value()};
        return {};
    }

    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

    /// The first word of `text`; `text` is what comes after it.
    static Str next_word(Str& text KEEL_LIFETIME_BOUND)
    {
        usize from = 0;
        while (from < text.len() && is_space(text[from]))
            from++;
        usize end = from;
        while (end < text.len() && !is_space(text[end]))
            end++;
        const Str word = text.slice(from, end - from);
        text = text.slice(end, text.len() - end);
        return word;
    }
};

KEEL_MODULE(Sample, .license = "GPL", .description = "Keel debugfs sample", .author = "The Keel authors");
