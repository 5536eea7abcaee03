// SPDX-License-Identifier: GPL-2.0
// A view whose setter keeps what it is given.
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Window {
public:
    explicit Window(Span<int> shown) : shown_ {shown} {}
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    void show(Span<int> other) { shown_ = other; }
    usize len() const { return shown_.len(); }

private:
    Span<int> shown_;
};

void move_on(Window& window, Vec<int>& values) { window.show(values); } // expect-error: parameter 'window' can store a borrow, 'Window' [keel-borrow-out-param]
