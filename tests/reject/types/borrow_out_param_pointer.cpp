// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

bool find(Vec<int>& values, int*& found); // expect-error: parameter 'found' can store a borrow, 'int *' [keel-borrow-out-param]
bool find_too(Vec<int>& values, int** found); // expect-error: parameter 'found' can store a borrow, 'int *' [keel-borrow-out-param]
