using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Remediation.Failover;

public sealed class QueueFallbacksTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly QueueSettings General = new() { Name = "General", Id = "0a1b2c3d-0000-4000-8000-000000000001" };

    private readonly InMemoryLeases<FailoverChange> _leases = new();

    /// <summary>The lease alone makes the hooks pass a queue by: to go back it needs nothing that may be missing.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_queue_without_its_stand_by_goes_back_all_the_same(bool isNamed)
    {
        await Remediator(General, isNamed: true).RunAsync("Billing", RemediationMode.Act, isApproved: true, Now, Stop);
        Assert.NotNull((await _leases.ReadAsync("Billing", Stop)).Lease);

        var report = await Remediator(null, isNamed).RunAsync("Billing", RemediationMode.Act, isApproved: false, Now.AddHours(2), Stop);

        Assert.Equal(ChangeOutcome.Done, report!.Outcome);
        Assert.Null((await _leases.ReadAsync("Billing", Stop)).Lease);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FailoverRemediator Remediator(QueueSettings? standby, bool isNamed) => new(
        new FailoverAct(
            FailoverActs.Queue,
            isNamed ? ["Billing"] : [],
            new QueueFallbacks(
                new ContactCenterConfiguration
                {
                    Environment = "test",
                    Instance = new ConnectInstance { Arn = "arn:aws:connect:eu-central-1:123456789012:instance/x", Alias = "acme" },
                    Queues = [new QueueSettings { Name = "Billing", Standby = "General" }, .. standby is null ? [] : new[] { standby }],
                },
                _leases),
            _leases),
        TimeSpan.FromHours(2));
}
