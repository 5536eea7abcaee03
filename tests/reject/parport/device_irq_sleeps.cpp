// SPDX-License-Identifier: GPL-2.0
// The function for interrupts does not sleep.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy {
    Mutex<parport::Device<Toy>> device;
    Mutex<u32> count;
    void on_irq(const parport::Registers&) const
    {
        (*count.lock())++; // expect-error: may sleep in
    }
};
Result<void> add(const Toy& toy, const parport::Port& port)
{
    return toy.device.lock()->add<&Toy::on_irq>(toy, port, "toy", parport::Sharing::Shared);
}
