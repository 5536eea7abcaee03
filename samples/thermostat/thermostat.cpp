// SPDX-License-Identifier: GPL-2.0
// A device that is all ioctl: a table says each command's number, argument and handler. Programs see thermostat.h.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

// The arguments, as thermostat.h has them. One with padding, or with an address in it, does not compile.

struct Range {
    i32 low;
    i32 high;
};

struct Reading {
    i32 temperature;
    u32 is_heating;
    u64 number;
};

struct Total {
    long readings;
    long switched;
};

/// What a Total is in 32-bit programs. Without it the table does not compile: a long has another size there.
struct Total32 {
    i32 readings;
    i32 switched;

    Total widen() const { return {.readings = readings, .switched = switched}; }
    static Total32 narrow(const Total& total)
    {
        return {.readings = static_cast<i32>(total.readings), .switched = static_cast<i32>(total.switched)};
    }
};

class Thermostat {
    static constexpr i32 coldest = -2731, hottest = 10'000;

    struct State {
        Range range = {.low = 190, .high = 210};
        Total total = {};
        i32 correction = 0;
        bool is_heating = false;
    };

    // The handlers. A wrong parameter or result is a compile error in the table.

    void reset(State& s) const { s = {}; }

    Result<void> set_range(State& s, Range range) const
    {
        if (range.low > range.high)
            return EINVAL;
        s.range = range;
        return {};
    }

    Range range(State& s) const { return s.range; }

    Result<Reading> feed(State& s, Reading reading) const
    {
        if (reading.temperature < coldest || reading.temperature > hottest)
            return ERANGE;
        const i32 corrected = reading.temperature + s.correction;
        const bool was_heating = s.is_heating;
        if (corrected < s.range.low)
            s.is_heating = true;
        else if (corrected > s.range.high)
            s.is_heating = false;
        if (s.is_heating && !was_heating)
            s.total.switched++;
        return Reading {.temperature = corrected,
                        .is_heating = s.is_heating ? 1u : 0u,
                        .number = static_cast<u64>(s.total.readings++)};
    }

    Result<void> correct(State& s, i32 by) const
    {
        if (by < -100 || by > 100)
            return EINVAL;
        s.correction = by;
        return {};
    }

    Total total(State& s) const { return s.total; }

public:
    Mutex<State> state;
    misc::Registration<Thermostat> device;

    static Thermostat init(Init<Thermostat>& init)
    {
        return {.state = {}, .device = misc::Registration<Thermostat>::start(init, {"keel-thermostat", 0600})};
    }

    /// All of them with the lock held. A number that is not here is ENOTTY, and one that is here twice an error.
    using Ioctls = ioctl::Table<ioctl::Locked<
        &Thermostat::state, ioctl::Io<'t', 0xa0, &Thermostat::reset>,
        ioctl::Iow<'t', 0xa1, Range, &Thermostat::set_range>, ioctl::Ior<'t', 0xa2, Range, &Thermostat::range>,
        ioctl::Iowr<'t', 0xa3, Reading, &Thermostat::feed>, ioctl::IoValue<'t', 0xa4, i32, &Thermostat::correct>,
        ioctl::Ior<'t', 0xa5, Total, &Thermostat::total, Total32>>>;
};

KEEL_MODULE(Thermostat, .license = "GPL", .description = "Switches a heating that is not there",
            .author = "The Keel authors");
