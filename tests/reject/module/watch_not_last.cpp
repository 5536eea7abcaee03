// SPDX-License-Identifier: GPL-2.0
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
static inline module::TypedParam<"x", Number<u32>, 0u, "x", 0644> x;
class Toy {
    module::Watch<Toy, u32> watch_;
    Mutex<u32> seen_; // expect-error: is built after the object was published

    Result<void> changed(const u32& wanted) const
    {
        *seen_.lock() = wanted;
        return {};
    }

public:
    explicit Toy(Init<Toy>& init) : watch_ {x.watch<&Toy::changed>(init)}, seen_ {0u} {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
