// SPDX-License-Identifier: GPL-2.0
// The smallest module with a life: two parameters, some memory, a word on loading and on unloading.
#include <keel/prelude.hpp>

using namespace keel;

class Hello {
    static inline module::Param<"test_parameter", i64 {1}, "This parameter has a default of 1"> test_parameter;
    static inline module::Param<"test_bool_parameter", false, "This boolean parameter defaults to false", 0644>
        test_bool_parameter;

public:
    Box<Array<i32, 3>> numbers;

    static Hello init(Init<Hello>& init)
    {
        pr_info("Keel minimal sample (init)\n");
        pr_info("Am I built-in? {}\n", false);
        pr_info("test_parameter: {}\n", test_parameter.get());
        pr_info("test_bool_parameter: {}\n", test_bool_parameter.get());
        return {.numbers = init.take(Box<Array<i32, 3>>::create(GFP_KERNEL, Array {72, 108, 200}))};
    }

    ~Hello()
    {
        if (numbers.is_empty()) // loading failed: no memory
            return;
        const Array<i32, 3>& n = *numbers;
        pr_info("My numbers are [{}, {}, {}]\n", n[0], n[1], n[2]);
        pr_info("Keel minimal sample (exit)\n");
    }
};

KEEL_MODULE(Hello, .license = "GPL", .description = "Keel minimal sample", .author = "The Keel authors");
