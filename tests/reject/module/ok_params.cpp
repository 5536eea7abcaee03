// SPDX-License-Identifier: GPL-2.0
// Lists, names and watched numbers, as they are meant.
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
enum class Speed : u8 { Slow, Fast };
using Speeds = Choices<Choice<"slow", Speed::Slow>, Choice<"fast", Speed::Fast>>;
class Toy {
    static inline module::ArrayParam<"ports", u16, 4, "ports", 0444> ports;
    static inline module::TypedParam<"speed", Speeds, Speed::Slow, "speed", 0644> speed;

    Mutex<Speed> last_;
    module::Watch<Toy, Speed> watch_;

    Result<void> changed(const Speed& wanted) const
    {
        *last_.lock() = wanted;
        return {};
    }

public:
    explicit Toy(Init<Toy>& init) : last_ {speed.get()}, watch_ {speed.watch<&Toy::changed>(init)}
    {
        Array<u16, 4> port {};
        if (ports.copy_to(port) > 4)
            init.fail(EINVAL);
    }
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
