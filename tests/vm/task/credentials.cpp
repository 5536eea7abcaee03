// SPDX-License-Identifier: GPL-2.0
#include <keel/task/task.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void root_may_everything(Test& test)
{
    const CurrentTask me = current();
    const Credentials& credentials = me.credentials();
    KEEL_EXPECT(test, credentials.uid() == Uid::root() && credentials.euid() == Uid::root());
    KEEL_EXPECT(test, credentials.gid() == credentials.egid());
    KEEL_EXPECT(test, credentials.uid().number_here() == 0 && credentials.gid().number_here() == 0);
    KEEL_EXPECT(test, capable(Capability::SysAdmin) && capable(Capability::SysModule));
    const ARef<Credentials> kept(credentials);
    KEEL_EXPECT(test, kept->uid() == credentials.uid());
}

} // namespace

KEEL_SUITE(credentials_suite, "task/credentials", KEEL_CASE(root_may_everything));
