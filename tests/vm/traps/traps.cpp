// SPDX-License-Identifier: GPL-2.0
// What no checker can see before the program runs: each letter written to the device does one wrong thing, with a
// number that comes from outside. traps.sh says what must come of it.
#include <keel/alloc/cache.hpp>
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Traps {
    struct Pair {
        u64 first;
        u64 second;
    };

    static Result<u32> half(u32 number)
    {
        if (number % 2 != 0)
            return EDOM;
        return number / 2;
    }

    static Option<u32> position(Span<const u8> in, u8 wanted)
    {
        for (u32 at = 0; at < in.len(); at++)
            if (in[at] == wanted)
                return at;
        return none;
    }

    struct Filter {
        u32 (*number)(u8) = nullptr;
    };
    static u32 of_letter(u8 letter) { return letter; }

    /// One filter has no function: a pointer to one is not refused, and is no Option.
    static u32 call_nothing(u8 letter)
    {
        const Array<Filter, 2> filters = {Filter {of_letter}, Filter {}};
        return filters[letter == 'n' ? 1 : 0].number(letter);
    }

    static u32 copy_past_the_end(Span<const u8> from, Span<u8> to)
    {
        for (usize i = 0; i < from.len(); i++)
            to[i] = from[i];
        return to[0];
    }

    /// A size in bytes that does not fit a usize is refused, and is no small allocation.
    static Result<void> allocate_too_much(u8 letter)
    {
        Vec<Pair> pairs;
        return pairs.reserve(~usize {0} / sizeof(Pair) + letter, GFP_KERNEL);
    }

    /// What came from the cache ends after it. The kernel would warn, and keep the memory.
    static Result<u32> end_cache_before_its_box()
    {
        Option<Box<Pair>> kept;
        Cache<Pair> cache = TRY(Cache<Pair>::create("keel_traps"));
        kept = TRY(cache.box(GFP_KERNEL, Pair {1, 2}));
        return 0u;
    }

    static Result<u32> go_wrong(u8 letter)
    {
        Array<u8, 8> bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        Array<u8, 16> more {};
        Vec<u32> empty;
        Box<u32> box;
        Arc<u32> arc;
        switch (letter) {
        case 'a':
            return bytes[letter];
        case 's':
            return bytes.span()[letter];
        case 'v':
            return empty[letter];
        case 'l':
            return bytes.span().slice(4, letter)[0];
        case 'c':
            return copy_past_the_end(more, bytes);
        case 'o':
            return position(bytes, letter).value();
        case 'r':
            return half(letter | 1u).value();
        case 'e':
            return half(letter & ~1u).error();
        case 'b':
            return *box;
        case 'k':
            return *arc;
        case 'h':
            return end_cache_before_its_box();
        case 'n':
            return call_nothing(letter);
        case 'm':
            TRY(allocate_too_much(letter));
            return 0u;
        default:
            return EINVAL;
        }
    }

public:
    misc::Registration<Traps> device;

    static Traps init(Init<Traps>& init) { return {.device = misc::Registration<Traps>::start(init, "keel-traps")}; }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        const usize n = in.len();
        pr_info("went on with {}\n", TRY(go_wrong(TRY(in.read<u8>()))));
        return n;
    }
};

KEEL_MODULE(Traps, .license = "GPL", .description = "Does what only a trap can stop");
