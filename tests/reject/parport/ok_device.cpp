// SPDX-License-Identifier: GPL-2.0
// A device at a port that takes turns.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy {
    Mutex<parport::Device<Toy>> device;
    void on_irq(const parport::Registers& port) const { port.write_control(port.read_control()); }
};
Result<u8> turn(const Toy& toy, const parport::Port& port)
{
    auto device = toy.device.lock();
    if (!device->is_added())
        TRY(device->add<&Toy::on_irq>(toy, port, "toy", parport::Sharing::Shared));
    TRY(device->claim_or_block());
    u8 status = 0;
    if (const auto claimed = device->claimed(); claimed.is_some()) {
        TRY(claimed.value().negotiate(parport::mode_epp));
        status = claimed.value().read_status();
    }
    device->release();
    return status;
}
