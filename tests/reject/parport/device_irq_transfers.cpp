// SPDX-License-Identifier: GPL-2.0
// Interrupts get registers, and no transfers, which sleep.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy {
    Mutex<parport::Device<Toy>> device;
    void on_irq(const parport::Claimed&) const {}
};
Result<void> add(const Toy& toy, const parport::Port& port)
{
    return toy.device.lock()->add<&Toy::on_irq>(toy, port, "toy", parport::Sharing::Shared); // expect-error: a parport::Device calls: void on_irq
}
