using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;
using Moq;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>What a flow was before is kept as long as it is not there again, whatever becomes of the emergency flow.</summary>
public sealed class EmergencyFlowLeaseTests
{
    private const string Hotline = "Hotline";
    private const string Emergency = "cc-emergency";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Own = Flow(1);
    private static readonly string Announcement = Flow(2);

    private readonly Mock<IAmazonConnect> _connect = new();
    private readonly Dictionary<string, string> _ids = new() { [Hotline] = "1", [Emergency] = "2" };
    private readonly Dictionary<string, string> _contents = new() { ["1"] = Own, ["2"] = Announcement };
    private readonly InMemoryLeases<FailoverChange> _leases = new();

    public EmergencyFlowLeaseTests()
    {
        _connect.Setup(connect => connect.DescribeContactFlowAsync(It.IsAny<DescribeContactFlowRequest>(), Stop))
            .ReturnsAsync((DescribeContactFlowRequest asked, CancellationToken _) => new DescribeContactFlowResponse
            {
                ContactFlow = _contents.TryGetValue(asked.ContactFlowId, out var content)
                    ? new ContactFlow { Content = content, Type = ContactFlowType.CONTACT_FLOW }
                    : throw new ResourceNotFoundException("no such flow"),
            });
        _connect.Setup(connect => connect.UpdateContactFlowContentAsync(It.IsAny<UpdateContactFlowContentRequest>(), Stop))
            .Callback((UpdateContactFlowContentRequest asked, CancellationToken _) => _contents[asked.ContactFlowId] = asked.Content)
            .ReturnsAsync(new UpdateContactFlowContentResponse());
    }

    [Fact]
    public async Task A_new_announcement_of_the_emergency_flow_takes_no_flow_its_own_content()
    {
        await FailOverAsync();
        _contents["2"] = Flow(3);

        var meanwhile = await RunAsync(Now.AddMinutes(5));
        var back = await RunAsync(Now.AddHours(2));

        Assert.Contains("until 11:00 UTC, then it goes back", meanwhile.Reason, StringComparison.Ordinal);
        Assert.Equal((ChangeOutcome.Done, Own), (back.Outcome, _contents["1"]));
    }

    [Fact]
    public async Task A_flow_that_was_given_the_new_announcement_too_has_no_content_of_its_own_yet()
    {
        await FailOverAsync();
        _contents["1"] = _contents["2"] = Flow(3);

        await RunAsync(Now.AddHours(2));

        Assert.Equal(Own, _contents["1"]);
    }

    [Fact]
    public async Task What_somebody_has_put_into_the_flow_by_hand_stays()
    {
        await FailOverAsync();
        _contents["1"] = Flow(4);

        var report = await RunAsync(Now.AddHours(2));

        Assert.Contains("not by us", report.Reason, StringComparison.Ordinal);
        Assert.Equal((Flow(4), null), (_contents["1"], await LeaseAsync()));
    }

    [Fact]
    public async Task A_lease_from_before_it_kept_what_it_wrote_is_judged_by_the_emergency_flow_as_it_is()
    {
        await FailOverAsync();
        var (lease, version) = await _leases.ReadAsync(Hotline, Stop);
        await _leases.WriteAsync(Hotline, lease! with { Undo = lease.Undo with { From = null } }, version, Stop);

        await RunAsync(Now.AddHours(2));

        Assert.Equal(Own, _contents["1"]);
    }

    [Fact]
    public async Task A_flow_goes_back_although_the_emergency_flow_is_gone()
    {
        await FailOverAsync();
        _contents.Remove("2");

        var report = await Remediator(Hotline).RollBackAsync(Hotline, "ann", Now.AddMinutes(5), Stop);

        Assert.Equal((ChangeOutcome.Done, Own), (report!.Outcome, _contents["1"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ann")]
    public async Task A_flow_that_was_taken_out_of_the_configuration_keeps_its_lease_until_it_can_be_brought_back(string? by)
    {
        await FailOverAsync();
        _ids.Remove(Hotline);

        var report = by is null
            ? await Remediator().RunAsync(Hotline, RemediationMode.Act, isApproved: false, Now.AddHours(2), Stop)
            : await Remediator().RollBackAsync(Hotline, by, Now.AddHours(2), Stop);

        Assert.Equal(
            "Flow Hotline cannot be brought back now, and what it was is kept: flow Hotline is not in the instance, or not among those that "
                + "may be failed over. Name a flow of your own in $.failover.flows, and deploy the flows (npx cdk deploy --all).",
            report!.Text);
        Assert.Equal((PlanKind.PeopleMustAct, true), (report.Kind, report.HoldsLease));
        _ids[Hotline] = "1";
        await RunAsync(Now.AddHours(3));
        Assert.Equal((Own, null), (_contents["1"], await LeaseAsync()));
    }

    [Fact]
    public async Task An_intention_is_kept_while_nobody_can_read_what_became_of_it()
    {
        await FailOverAsync();
        var (lease, version) = await _leases.ReadAsync(Hotline, Stop);
        await _leases.WriteAsync(Hotline, lease! with { State = LeaseState.Intended }, version, Stop);
        _ids.Remove(Hotline);
        await RunAsync(Now.AddHours(1));
        _ids[Hotline] = "1";

        await RunAsync(Now.AddHours(2));

        Assert.Equal(Own, _contents["1"]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Flow(int announcement) => $$$"""
        {"Version":"2019-10-30","StartAction":"a","Metadata":{},"Actions":[{"Parameters":{"Text":"{{{announcement}}}"}}]}
        """;

    private async Task FailOverAsync()
    {
        await Remediator(Hotline).RunAsync(Hotline, RemediationMode.Act, isApproved: true, Now, Stop);
        Assert.Equal(Announcement, _contents["1"]);
    }

    private async Task<RemediationReport> RunAsync(DateTimeOffset now) =>
        (await Remediator(Hotline).RunAsync(Hotline, RemediationMode.Act, isApproved: false, now, Stop))!;

    private async Task<RemediationLease<FailoverChange>?> LeaseAsync() => (await _leases.ReadAsync(Hotline, Stop)).Lease;

    private FailoverRemediator Remediator(params string[] names) => new(
        new FailoverAct(
            FailoverActs.Flow,
            names,
            new EmergencyFlows(
                _connect.Object, "i", Emergency, _ => Task.FromResult<IReadOnlyDictionary<string, string>>(_ids), _leases),
            _leases),
        TimeSpan.FromHours(2));
}
