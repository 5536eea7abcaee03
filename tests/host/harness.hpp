// SPDX-License-Identifier: GPL-2.0
// Tests in user space. A test file is a program: its TESTs, this harness and the fake kernel of fake/.
//
//     TEST("a box frees what it owns")
//     {
//         EXPECT_EQ(live_objects(), 0);
//     }
//
// No standard header is included here: the library and its tests see what kernel code sees.
#pragma once

namespace harness {

/// One test, known to the harness from the moment it is constructed.
struct Test {
    const char* name;
    void (*run)();
    Test* next = nullptr;

    Test(const char* name, void (*run)());
};

/// A value as text, for the line of a failed comparison.
struct Text {
    char chars[32];

    Text(bool value);
    Text(long long value);
    Text(unsigned long long value);
    Text(const volatile void* value);
    template <class T> static Text of(const T& value)
    {
        if constexpr (__is_same(T, bool))
            return Text(value);
        else if constexpr (__is_enum(T))
            return of(static_cast<__underlying_type(T)>(value));
        else if constexpr (__is_integral(T) && T(-1) < T(0))
            return Text(static_cast<long long>(value));
        else if constexpr (__is_integral(T))
            return Text(static_cast<unsigned long long>(value));
        else if constexpr (__is_pointer(T))
            return Text(static_cast<const volatile void*>(value));
        else
            return Text();
    }

private:
    Text();
};

/// Records that the running test failed; the test goes on.
void fail(const char* file, int line, const char* what);
void fail_comparison(const char* file, int line, const char* what, const Text& actual, const Text& expected);

/// Runs `body` with its first allocation failing, then with its second, ..., until it ends without that failure having
/// come. Whatever fails, nothing may be left: with every object freed, the address sanitizer finds the rest.
void each_allocation_fails(void (*body)());

} // namespace harness

// Provided by the fake kernel, for each_allocation_fails.
extern "C" {
/// Makes the n-th allocation from now on fail, once; 0: none.
void fake_fail_allocation(unsigned long n);
/// Whether that failure has come.
bool fake_allocation_failed();
}

#define HARNESS_JOIN_(a, b) a##b
#define HARNESS_JOIN(a, b) HARNESS_JOIN_(a, b)
#define HARNESS_TEST(sentence, function, entry)                                                                        \
    static void function();                                                                                            \
    static ::harness::Test entry(sentence, function);                                                                  \
    static void function()

/// A test; its name is a sentence that says what is true.
#define TEST(sentence) HARNESS_TEST(sentence, HARNESS_JOIN(test_, __LINE__), HARNESS_JOIN(entry_, __LINE__))

#define EXPECT(...)                                                                                                    \
    do {                                                                                                               \
        if (!(__VA_ARGS__))                                                                                            \
            ::harness::fail(__FILE__, __LINE__, #__VA_ARGS__);                                                         \
    } while (0)

#define EXPECT_EQ(actual, expected)                                                                                    \
    do {                                                                                                               \
        auto&& harness_actual = (actual);                                                                              \
        auto&& harness_expected = (expected);                                                                          \
        if (!(harness_actual == harness_expected))                                                                     \
            ::harness::fail_comparison(__FILE__, __LINE__, #actual " == " #expected,                                   \
                                       ::harness::Text::of(harness_actual), ::harness::Text::of(harness_expected));    \
    } while (0)
