// SPDX-License-Identifier: GPL-2.0
// Several types behind one interface, owned by it.
#include <keel/prelude.hpp>

using namespace keel;

class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    virtual int next() = 0;
    virtual ~Source() = default;
};

struct Machine {
    Box<Source> source;
    int (*step)(int);
};

int advance(Machine& machine) { return machine.step(machine.source->next()); }
