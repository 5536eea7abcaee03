// SPDX-License-Identifier: GPL-2.0
// Who released the port has no way to its registers.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy {
    Mutex<parport::Device<Toy>> device;
    void on_irq(const parport::Registers&) const {}
};
void wrong(parport::Device<Toy>& device)
{
    if (const auto port = device.claimed(); port.is_some()) {
        device.release(); // expect-error: is changed while
        port.value().write_data(0);
    }
}
