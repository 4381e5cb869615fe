using ContactCenter.Core.Remediation.Failover;

namespace ContactCenter.Core.Tests.Remediation.Failover;

public sealed class TrafficSharesTests
{
    private const string Usual = "eu-central-1=100,eu-west-1=0;eu-central-1=100,eu-west-1=0;eu-central-1=100,eu-west-1=100";

    [Fact]
    public void Calls_agents_and_sign_ins_go_to_one_Region_together() => Assert.Equal(
        "eu-central-1=0,eu-west-1=100;eu-central-1=0,eu-west-1=100;eu-central-1=0,eu-west-1=100",
        TrafficShares.Parse(Usual).AllIn("eu-west-1").ToString());

    [Fact]
    public void What_a_group_does_not_distribute_is_not_asked_for() => Assert.Equal(
        "eu-central-1=0,eu-west-1=100;;", TrafficShares.Parse("eu-central-1=90,eu-west-1=10;;").AllIn("eu-west-1").ToString());

    [Fact]
    public void A_change_is_asked_for_in_the_Region_that_is_to_serve() => Assert.Equal(
        ("eu-central-1", "eu-west-1"),
        (TrafficShares.Parse(Usual).Serving, TrafficShares.Parse(Usual).AllIn("eu-west-1").Serving));

    [Fact]
    public void What_was_written_is_read_again() => Assert.Equal(Usual, TrafficShares.Parse(Usual).ToString());

    [Fact]
    public void People_are_told_of_the_calls() =>
        Assert.Equal("100 % of calls in eu-central-1, 0 % of calls in eu-west-1", TrafficShares.Parse(Usual).Words);
}
