// SPDX-License-Identifier: GPL-2.0
// A module with a parameter of every kind; params.sh looks at them from outside.
#include <keel/prelude.hpp>

using namespace keel;

class ParamKinds {
    static inline module::Param<"flag", true, "a bool", 0644> flag;
    static inline module::Param<"tiny", u8 {8}, "a byte", 0444> tiny;
    static inline module::Param<"small", i16 {-16}, "a short", 0444> small;
    static inline module::Param<"port", u16 {16}, "an unsigned short", 0444> port;
    static inline module::Param<"count", -32, "an int", 0644> count;
    static inline module::Param<"mask", 32u, "an unsigned int", 0444> mask;
    static inline module::Param<"big", i64 {-64}, "a long", 0444> big;
    static inline module::Param<"size", u64 {64}, "an unsigned long", 0444> size;
    static inline module::StringParam<"label", "start", 8, "up to 7 characters", 0644> label;

    static void show()
    {
        Array<char, 8> text {};
        const usize len = label.copy_to(text);
        pr_info("{} {} {} {} {} {} {} {} '{}'\n", flag.get(), tiny.get(), small.get(), port.get(), count.get(),
                mask.get(), big.get(), size.get(), Str(text.span().first(len)));
    }

public:
    static ParamKinds init(Init<ParamKinds>&)
    {
        show();
        return {};
    }
    ~ParamKinds() { show(); }
};

KEEL_MODULE(ParamKinds, .license = "GPL", .description = "A parameter of every kind", .author = "The Keel authors",
            .alias = "keel-param-kinds", .version = "1");
