// SPDX-License-Identifier: GPL-2.0
// __user, __iomem, __percpu and __rcu: annotations of C that become types in C++.
#pragma once

#include <string>

namespace bindgen {

// Preprocessor lines that make the annotations visible to libclang.
std::string address_space_macros();

// The C++ template for a pointer into `space` ("user_ptr"), or "" when it is none of ours.
std::string pointer_template(unsigned space);

// The C annotation ("__user"), or "".
std::string annotation(unsigned space);

} // namespace bindgen
