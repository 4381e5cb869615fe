using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

/// <summary>What the weekly check found becomes one incident, is renewed by every later list, and ends when nothing is found.</summary>
public sealed class AccountReportTests
{
    private static readonly DateTimeOffset Monday = Desk.Monday;

    private readonly InMemoryIncidentStore _store = new();

    [Fact]
    public async Task Findings_are_one_P3_of_engineering_with_a_list()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy", "table \"customers\" is missing; deploy");

        var incident = Assert.Single(_store.All);
        Assert.Equal(
            (Severity.P3, AlarmOwners.Engineering, "account-differs"), (incident.Severity, incident.Owner, incident.Runbook));
        Assert.Equal(
            "The account is not as the configuration has it:\n1. queue \"Billing\" is not in the instance; deploy\n2. table \"customers\" is "
                + "missing; deploy",
            incident.Description);
    }

    [Fact]
    public async Task Nothing_found_opens_nothing()
    {
        var decision = await ReceiveAsync(Monday);

        Assert.Equal(IncidentAction.Ignored, decision.Action);
        Assert.Empty(_store.All);
    }

    [Fact]
    public async Task Another_list_a_week_later_takes_the_place_of_the_first_and_is_told()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy");

        var decision = await ReceiveAsync(Monday.AddDays(7), "bot \"ivr\" is not in the account; deploy");

        Assert.Contains("1. bot \"ivr\"", Assert.Single(_store.All).Description, StringComparison.Ordinal);
        Assert.Equal(Occasion.Reminder, Assert.IsType<NotifyEffect>(Assert.Single(decision.Effects)).Message.Occasion);
    }

    [Fact]
    public async Task The_same_list_again_is_not_told_again()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy");

        Assert.Empty((await ReceiveAsync(Monday.AddDays(7), "queue \"Billing\" is not in the instance; deploy")).Effects);
    }

    [Fact]
    public async Task A_later_check_that_finds_nothing_ends_the_incident()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy");

        Assert.Equal(IncidentAction.Mitigated, (await ReceiveAsync(Monday.AddDays(7))).Action);
    }

    [Fact]
    public async Task What_has_no_room_is_counted()
    {
        await ReceiveAsync(Monday, [.. Enumerable.Range(0, 300).Select(i => $"queue \"{i}\" is not in the instance; deploy")]);

        var description = Assert.Single(_store.All).Description;
        Assert.InRange(description.Length, AccountReport.MaximumLength - 300, AccountReport.MaximumLength);
        Assert.Matches("\n… and [0-9]+ more: contactcenter check-account prints all\\.$", description);
    }

    [Fact]
    public async Task A_name_in_the_account_cannot_forge_a_line()
    {
        await ReceiveAsync(Monday, "queue \"Billing\n2. all is well\" is not in the instance; deploy");

        Assert.Equal(2, Assert.Single(_store.All).Description.Split('\n').Length);
    }

    [Theory]
    [InlineData("AlarmRule", "\"ALARM(a)\"")]
    [InlineData("AlarmArn", "\"arn:aws:cloudwatch:eu-central-1:999999999999:alarm:cc-test/check-account\"")]
    public async Task A_real_alarm_that_is_named_like_it_is_an_alarm_of_its_own(string member, string value)
    {
        var message = JsonNode.Parse(new AccountReport(Desk.Center(), AccountList.Differences).Message(["something"], Monday))!;
        message[member] = JsonNode.Parse(value);

        await ReceiveAsync(message.ToJsonString(), Monday);

        Assert.NotEqual("account-differs", Assert.Single(_store.All).Runbook);
    }

    [Fact]
    public async Task Alarms_without_a_sample_are_one_P4_of_engineering_with_a_list_of_their_own()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy");
        await ReceiveAsync(AccountList.Unfed, Monday, "alarm a reads A", "alarm b reads B");

        var incident = Assert.Single(_store.All, static incident => incident.Severity == Severity.P4);
        Assert.Equal((AlarmOwners.Engineering, "alarms-without-samples"), (incident.Owner, incident.Runbook));
        Assert.Equal(
            "Alarms without a sample, although what they watch was used:\n1. alarm a reads A\n2. alarm b reads B", incident.Description);
        Assert.Contains(_store.All, static incident => incident.Severity == Severity.P3);
    }

    [Fact]
    public async Task Each_list_is_ended_by_its_own_OK()
    {
        await ReceiveAsync(Monday, "queue \"Billing\" is not in the instance; deploy");
        await ReceiveAsync(AccountList.Unfed, Monday, "alarm a reads A");

        await ReceiveAsync(AccountList.Unfed, Monday.AddDays(7));

        Assert.Equal(
            [(Severity.P3, IncidentState.Open), (Severity.P4, IncidentState.Mitigated)],
            _store.All.OrderBy(static incident => incident.Severity).Select(static incident => (incident.Severity, incident.State)));
    }

    private Task<Decision> ReceiveAsync(DateTimeOffset at, params string[] findings) =>
        ReceiveAsync(AccountList.Differences, at, findings);

    private Task<Decision> ReceiveAsync(AccountList list, DateTimeOffset at, params string[] findings) =>
        ReceiveAsync(new AccountReport(Desk.Center(), list).Message(findings, at), at);

    private async Task<Decision> ReceiveAsync(string message, DateTimeOffset at)
    {
        var input = AlarmParser.Parse(Encoding.UTF8.GetBytes(message), at).Single();
        return (await new IncidentDesk(Desk.Center(), _store).Pipeline
            .ReceiveAsync(input, at, TestContext.Current.CancellationToken)).Decision;
    }
}
