// SPDX-License-Identifier: GPL-2.0
// A module with parameters that are lists, of an enumeration, of a type of its own, and watched; types.sh uses them.
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/time/delay.hpp>

using namespace keel;

enum class Speed : u8 { Slow, Fast };
using Speeds = Choices<Choice<"slow", Speed::Slow>, Choice<"fast", Speed::Fast>>;

/// Two numbers, as `WIDTHxHEIGHT`; larger than what can be read at once.
struct Size {
    u64 width;
    u64 height;
};
struct Sizes {
    using Value = Size;
    static constexpr auto type_name = format::Literal {"size"};

    static Result<Size> parse(Str text)
    {
        const Option<usize> cross = text.find('x');
        if (cross.is_none())
            return EINVAL;
        const usize at = Option<usize>(cross).take();
        const u64 width = TRY(keel::parse<u64>(text.slice(0, at), 10));
        const u64 height = TRY(keel::parse<u64>(text.slice(at + 1, text.len() - at - 1), 10));
        return Size {width, height};
    }
    static void print(const Size& size, TextPage& page) { page.emit<"{}x{}\n">(size.width, size.height); }
};

class ParamTypes {
    static inline module::ArrayParam<"ports", u16, 4, "up to four ports", 0644> ports;
    static inline module::ArrayParam<"flags", bool, 2, "up to two flags", 0644> flags;
    static inline module::ArrayParam<"many", i64, 600, "a long list", 0644> many;
    static inline module::TypedParam<"speed", Speeds, Speed::Slow, "how fast to go", 0644> speed;
    static inline module::TypedParam<"size", Sizes, Size {2, 3}, "how large to be", 0644> size;
    static inline module::TypedParam<"limit", Number<u32>, 10u, "below 100; 77 takes its time", 0644> limit;

    void show() const
    {
        Array<u16, 4> port {};
        Array<bool, 1> flag {};
        const usize port_count = ports.copy_to(port);
        const usize flag_count = flags.copy_to(flag);
        const Size s = size.get();
        pr_info("{}: {} {} {} {}; {}: {}; {}; {}x{}; {}; told {} times\n", port_count, port[0], port[1], port[2],
                port[3], flag_count, flag[0], Speeds::name(speed.get()), s.width, s.height, limit.get(),
                told_.load(Relaxed));
    }

    Result<void> change_limit(const u32& wanted) const
    {
        if (wanted >= 100)
            return EDOM;
        if (wanted == 77)
            sleep(Duration::millis(300));
        told_.fetch_add(1, Relaxed);
        return {};
    }
    Result<void> change_speed(const Speed& wanted) const { return wanted == speed.get() ? EALREADY : Result<void> {}; }

    Atomic<u32> told_;
    module::Watch<ParamTypes, u32> limit_watch_;
    module::Watch<ParamTypes, Speed> speed_watch_;

public:
    explicit ParamTypes(Init<ParamTypes>& init)
        : told_ {0u}, limit_watch_ {limit.watch<&ParamTypes::change_limit>(init)},
          speed_watch_ {speed.watch<&ParamTypes::change_speed>(init)}
    {
        show();
    }
    ~ParamTypes() { show(); }

    static ParamTypes init(Init<ParamTypes>& init) { return ParamTypes(init); }
};

KEEL_MODULE(ParamTypes, .license = "GPL", .description = "Parameters of many types");
