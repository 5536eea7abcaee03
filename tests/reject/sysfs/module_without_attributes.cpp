// SPDX-License-Identifier: GPL-2.0
#include <keel/module/attributes.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
    module::Attributes<Toy> files_;

public:
    explicit Toy(Init<Toy>& init) : files_ {module::Attributes<Toy>::start(init)} {} // expect-error: T declares: public: using Attributes
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
