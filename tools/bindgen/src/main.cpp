// SPDX-License-Identifier: GPL-2.0
#include "failure.hpp"
#include "generate.hpp"
#include "verify.hpp"

#include <cstring>
#include <iostream>

namespace {

constexpr const char* usage =
    "usage: keel-bindgen generate --headers LIST --out DIR (--wanted LIST | --all) [--overrides LIST] [--shims DIR]\n"
    "                             [--release NAME] [--verbose] -- C-FLAGS...\n"
    "       keel-bindgen verify-btf layout.json BTF|ELF-FILE\n"
    "       keel-bindgen verify-cpp layout.json check.cpp -- C++-FLAGS...\n";

int run(int argc, char** argv)
{
    const std::string command = argc > 1 ? argv[1] : "";
    if (command == "generate") {
        bindgen::generate(bindgen::parse_options(argc - 2, argv + 2));
        return 0;
    }
    if (command == "verify-btf" && argc == 4)
        return bindgen::verify_btf(argv[2], argv[3]) ? 0 : 1;
    if (command == "verify-cpp" && argc > 4 && !std::strcmp(argv[4], "--"))
        return bindgen::verify_cpp(argv[2], argv[3], {argv + 5, argv + argc}) ? 0 : 1;
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
