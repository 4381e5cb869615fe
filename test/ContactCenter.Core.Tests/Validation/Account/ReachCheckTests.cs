using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Validation.Account;

/// <summary>What keeps somebody from being told is found in one place, and is one incident of the owner.</summary>
public sealed class ReachCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    private static IncidentPolicy Policy => new IncidentDesk(HealthyAccount.Configuration, new InMemoryIncidentStore()).Policy;

    [Fact]
    public void A_healthy_account_and_receipts_that_were_accepted_or_prove_nothing_find_nothing() => Assert.Empty(Find(
        HealthyAccount.Reading,
        static endpoint => endpoint.Endpoint.Channel == Channel.Teams ? NoticeOutcome.Unproven : NoticeOutcome.Accepted));

    [Fact]
    public void A_channel_that_refused_its_last_test_is_found_with_the_reason()
    {
        var finding = Assert.Single(Find(
            HealthyAccount.Reading,
            static endpoint => endpoint.Endpoint.Channel == Channel.ServiceNow ? NoticeOutcome.Refused : NoticeOutcome.Accepted));

        Assert.Matches(
            "^ServiceNow .* of .* did not take the test of 2026-03-03 .*: it answered HTTP 401.*contactcenter reach", finding.ToString());
    }

    [Fact]
    public void A_revoked_token_is_told_once_though_its_channel_refused_too()
    {
        var reading = HealthyAccount.Reading with
        {
            Slack = new Dictionary<string, SlackAccess> { [HealthyAccount.SlackSecret] = new([], "token_revoked") },
        };

        var finding = Assert.Single(Find(
            reading,
            static endpoint => endpoint.Endpoint.Secret == HealthyAccount.SlackSecret ? NoticeOutcome.Refused : NoticeOutcome.Accepted));
        Assert.Contains("token_revoked", finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(39.9, false)]
    [InlineData(40, true)]
    [InlineData(55, true)]
    public void Text_messages_that_have_nearly_spent_the_month_are_found_before_they_stop(double spent, bool isFound) => Assert.Equal(
        isFound,
        Texting(HealthyAccount.Reading with { TextMessages = new(IsInSandbox: false, MonthlyLimit: 50) { Spent = spent } })
            .Any(static found => found.Contains("of 50 US dollars", StringComparison.Ordinal)));

    [Fact]
    public void A_number_that_has_opted_out_is_found_and_a_strangers_is_not()
    {
        var limits = new TextMessageLimits(IsInSandbox: false, MonthlyLimit: 50) { OptedOut = ["+491511234567", "+15550001111"] };

        var found = Texting(HealthyAccount.Reading with { TextMessages = limits });

        Assert.Contains("+491511234567", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void The_weekly_check_leaves_it_to_the_reach_test_and_tells_it_itself_where_nobody_is_tested()
    {
        var reading = HealthyAccount.Reading with
        {
            Slack = new Dictionary<string, SlackAccess> { [HealthyAccount.SlackSecret] = new([], "token_revoked") },
        };

        Assert.DoesNotContain("token_revoked", Differences(HealthyAccount.Configuration, reading), StringComparison.Ordinal);
        var untested = HealthyAccount.Configuration with
        {
            Messages = new MessageSettings { ReachTest = new ReachTestSettings { Enabled = false } },
        };
        Assert.Contains("token_revoked", Differences(untested, reading), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_P3_of_engineering_that_ends_when_everybody_can_be_reached()
    {
        var store = new InMemoryIncidentStore();
        var desk = new IncidentDesk(HealthyAccount.Configuration, store);
        await HearAsync(desk, ["somebody is not reached"], Now);
        await HearAsync(desk, ["somebody else is not reached"], Now.AddDays(1));

        var open = await OpenAsync(store);
        Assert.Equal(("P3", "engineering"), ($"{open!.Severity}", open.Owner));
        Assert.Contains("somebody else", open.Description, StringComparison.Ordinal);
        await HearAsync(desk, [], Now.AddDays(2));
        Assert.Equal(IncidentState.Mitigated, (await OpenAsync(store))!.State);
    }

    private static async Task HearAsync(IncidentDesk desk, string[] findings, DateTimeOffset at)
    {
        var message = ReachCheck.Message(
            HealthyAccount.Configuration, [.. findings.Select(static found => new AccountFinding("reach", found, "", "mend it"))], at);
        await desk.Pipeline.ReceiveAsync(AlarmParser.Parse(System.Text.Encoding.UTF8.GetBytes(message), at)[0], at);
    }

    private static async Task<Incident?> OpenAsync(InMemoryIncidentStore store)
    {
        await foreach (var correlation in store.ActiveAsync(static _ => { }, TestContext.Current.CancellationToken))
        {
            return correlation.Incident;
        }

        return null;
    }

    private static string Differences(ContactCenterConfiguration configuration, AccountReading reading) =>
        AccountCheck.Messages(configuration, reading, AccountCheck.Find(configuration, reading), Now)[0];

    private static string[] Texting(AccountReading reading)
    {
        var configuration = HealthyAccount.Configuration with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(HealthyAccount.Configuration.Audiences)
            {
                ["texted"] = [new Endpoint { Channel = Channel.Sms, To = "+491511234567" }],
            },
        };
        return
        [
            .. ReachCheck.Find(configuration, reading, [], Policy).Where(static finding => finding.Check == "textMessages")
                .Select(static finding => $"{finding}"),
        ];
    }

    private static IReadOnlyList<AccountFinding> Find(AccountReading reading, Func<TestedEndpoint, NoticeOutcome> outcome) =>
        ReachCheck.Find(
            HealthyAccount.Configuration,
            reading,
            TestedEndpoint.All(HealthyAccount.Configuration)
                .Select(endpoint => (endpoint, (Receipt?)Received(endpoint, outcome(endpoint)))),
            Policy);

    private static Receipt Received(TestedEndpoint endpoint, NoticeOutcome outcome) => new(
        endpoint.Audience, null, endpoint.Endpoint.Channel, endpoint.Endpoint.To, Now, outcome, "it answered HTTP 401", null, null);
}
