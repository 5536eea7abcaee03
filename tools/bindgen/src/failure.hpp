// SPDX-License-Identifier: GPL-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace bindgen {

// Something the user can act on: main() prints it and exits 1. Nothing has been written when it is thrown.
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A C construct that cannot be said in C++ (a vector type, ...). The caller leaves the declaration out, or makes it
// opaque.
class Unsupported : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace bindgen
