// SPDX-License-Identifier: GPL-2.0
// Bound, or static, or a change of the object itself.
#include <keel/prelude.hpp>

using namespace keel;

enum class State { Idle, Busy };

Str describe(State state)
{
    switch (state) {
    case State::Idle:
        return "idle";
    case State::Busy:
        return "busy";
    }
    return "unknown";
}

static constexpr Array<u32, 3> primes = {2, 3, 5};

struct KEEL_VIEW Mode {
    Str name;
    Span<const u32> steps;
};
static constexpr Array<Mode, 1> modes = {{{.name = "slow", .steps = primes.span()}}};

class Device1 {
public:
    Device1& operator+=(int n)
    {
        count_ += n;
        return *this;
    }

    CStr kind(bool fast) const { return fast ? CStr("fast") : CStr("slow"); }
    Str mode(usize i) const { return modes[i].name; }
    const u32& prime() const { return primes[1]; }
    Span<const u32> steps(const Vec<u8>&) const { return modes[0].steps; }
    const char* raw_name() const { return "raw"; }

    Str label() const KEEL_LIFETIME_BOUND { return label_.as_cstr().as_str(); }
    operator Span<const u8>() const KEEL_LIFETIME_BOUND { return bytes_; }

private:
    CString label_;
    Vec<u8> bytes_;
    int count_ = 0;
};

class KEEL_VIEW Words {
public:
    explicit Words(Str text) : rest_ {text} {}
    Str rest() const { return rest_; }

private:
    Str rest_;
};

int& larger(int& a KEEL_LIFETIME_BOUND, int& b KEEL_LIFETIME_BOUND) { return a < b ? b : a; }
auto counter(Vec<int>& values KEEL_LIFETIME_BOUND)
{
    return [&values] { return values.len(); };
}
const u32& global_prime(usize i) { return primes[i]; }
