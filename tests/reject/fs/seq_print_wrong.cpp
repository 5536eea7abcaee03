// SPDX-License-Identifier: GPL-2.0
// What is printed is checked as everywhere.
#include <keel/fs/seq_file.hpp>
using namespace keel;
void show(fs::SeqFile& seq) { seq.print<"{}\n">(1, 2); } // expect-error: more values than
