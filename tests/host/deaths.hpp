// SPDX-License-Identifier: GPL-2.0
// For a program of cases each of which must end it: run without arguments it lists them, with what must be said then.
#pragma once

#include <keel/test/suite.hpp>

struct Death {
    const char* name;
    const char* says;
    void (*run)();
};

/// A Death of the function `name`.
#define DEATH(name, says) {#name, says, name}

template <keel::usize n> int die_as_told(const Death (&deaths)[n], int argc, char** argv)
{
    using keel::CStr;
    for (const Death& death : deaths) {
        if (argc < 2)
            keel::test::report<"dies {}: {}\n">(CStr::from_raw(death.name), CStr::from_raw(death.says));
        else if (__builtin_strcmp(death.name, argv[1]) == 0)
            death.run();
    }
    return 0;
}
