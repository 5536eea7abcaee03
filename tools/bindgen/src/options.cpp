// SPDX-License-Identifier: GPL-2.0
#include "options.hpp"

#include "failure.hpp"

namespace bindgen {

Options parse_options(int argc, char** argv)
{
    Options options;
    int i = 0;
    auto value = [&] {
        if (i + 1 >= argc)
            throw Failure(std::string(argv[i]) + " needs a value");
        return std::string(argv[++i]);
    };
    for (; i < argc; i++) {
        const std::string arg = argv[i];
        if (arg == "--") {
            options.flags.assign(argv + i + 1, argv + argc);
            break;
        }
        if (arg == "--headers")
            options.headers = value();
        else if (arg == "--overrides")
            options.overrides = value();
        else if (arg == "--wanted")
            options.wanted = value();
        else if (arg == "--shims")
            options.shims = value();
        else if (arg == "--out")
            options.out = value();
        else if (arg == "--release")
            options.release = value();
        else if (arg == "--all")
            options.all = true;
        else if (arg == "--verbose")
            options.verbose = true;
        else
            throw Failure("unknown option " + arg);
    }
    if (options.headers.empty() || options.out.empty() || (options.wanted.empty() && !options.all))
        throw Failure("--headers, --out and one of --wanted and --all are needed");
    return options;
}

} // namespace bindgen
