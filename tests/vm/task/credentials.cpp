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

void numbers_are_those_of_a_namespace(Test& test)
{
    const CurrentTask me = current();
    const Credentials& credentials = me.credentials();
    const UserNamespace& here = credentials.user_namespace();
    KEEL_EXPECT(test, here.number_of(credentials.uid()) == 0 && here.number_of(credentials.gid()) == 0);
    const Option<Uid> user = here.uid(1000);
    const Option<Gid> group = here.gid(1000);
    KEEL_EXPECT(test, user.is_some() && here.number_of(user.value()) == 1000 && !(user.value() == Uid::root()));
    KEEL_EXPECT(test, group.is_some() && here.number_of(group.value()) == 1000);
    KEEL_EXPECT(test, here.uid(~u32 {0}).is_none() && here.gid(~u32 {0}).is_none());
    const ARef<UserNamespace> kept(here);
    KEEL_EXPECT(test, *kept == here && capable(here, Capability::SysAdmin));
    KEEL_EXPECT(test, in_group(credentials.egid()) && !in_group(group.value()));
}

} // namespace

KEEL_SUITE(credentials_suite, "task/credentials", KEEL_CASE(root_may_everything),
           KEEL_CASE(numbers_are_those_of_a_namespace));
