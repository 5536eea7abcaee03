// SPDX-License-Identifier: GPL-2.0
// Locals end in reverse: the view's destructor looks at what is gone.
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Report {
public:
    Report() = default;
    ~Report() { pr_info("{} left\n", left_.len()); }
    void of(Span<u32> left) { left_ = left; }

private:
    Span<u32> left_;
};
void summarise()
{
    Report report;
    Array<u32, 4> samples {};
    report.of(samples.span()); // expect-error: [keel-dangling]
}
