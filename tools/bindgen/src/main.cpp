// SPDX-License-Identifier: GPL-2.0
#include "failure.hpp"
#include "generate.hpp"

#include <cstring>
#include <iostream>

namespace {

constexpr const char* usage =
    "usage: keel-bindgen generate --headers LIST --out DIR (--wanted LIST | --all) [--overrides LIST] [--shims DIR]\n"
    "                             [--release NAME] [--verbose] -- C-FLAGS...\n";

int run(int argc, char** argv)
{
    if (argc > 1 && !std::strcmp(argv[1], "generate")) {
        bindgen::generate(bindgen::parse_options(argc - 2, argv + 2));
        return 0;
    }
    std::cerr << usage;
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "keel-bindgen: " << error.what() << "\n";
        return 1;
    }
}
