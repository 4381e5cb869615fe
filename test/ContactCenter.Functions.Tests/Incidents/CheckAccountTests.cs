using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Account;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Functions.Incidents;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class CheckAccountTests(Emulator emulator)
{
    [Fact]
    public async Task What_is_wrong_in_the_account_becomes_one_incident_of_engineering_with_a_list()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        await using var account = await RecordedAccount.StartAsync(emulator.Address, TestEnvironment.Create().Configuration);
        deployment.With("AWS_ENDPOINT_URL", account.Address.ToString()).With("ALARM_TOPIC_ARN", topic.Arn);

        var outcome = await deployment.InvokeAsync("CheckAccount", "{}");
        await deployment.InvokeAsync("TriageAlarm", Events.Sns(topic.Messages.Single(static message => !IsAboutSamples(message))));

        Assert.True(outcome.Succeeded, outcome.Body);
        var list = JsonNode.Parse(outcome.Body)!["list"]!.AsArray();
        var incident = await deployment.IncidentAsync();
        Assert.Equal((Severity.P3, AlarmOwners.Engineering), (incident.Severity, incident.Owner));
        Assert.NotEmpty(list);
        Assert.Contains($"1. {(string?)list[0]}", incident.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_without_a_sample_become_one_P4_of_engineering()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        using var sns = Client();
        var configuration = TestEnvironment.Create().Configuration;
        var reading = new AccountReading
        {
            Series = [],
            Alarms = [.. AlarmPlan.For(configuration).Select(static alarm => new DeployedAlarm(alarm.Name, 1, 1, 1, HasActions: true))],
        };

        await new CheckAccountFunction(new Read(reading), new AlarmTopic(sns, topic.Arn), TestEnvironment.Create(), TimeProvider.System)
            .CheckAccount(new LoggedCall(TimeSpan.FromMinutes(1)));
        await deployment.InvokeAsync("TriageAlarm", Events.Sns(topic.Messages.Single(IsAboutSamples)));

        var incident = await deployment.IncidentAsync();
        Assert.Equal((Severity.P4, AlarmOwners.Engineering), (incident.Severity, incident.Owner));
        Assert.Contains("reads QueueOpen", incident.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_as_configured_is_told_as_OK()
    {
        using var required = emulator.DynamoDb();
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        using var sns = Client();
        var check = new CheckAccountFunction(
            new Read(new AccountReading()), new AlarmTopic(sns, topic.Arn), TestEnvironment.Create(), TimeProvider.System);

        var reply = await check.CheckAccount(new LoggedCall(TimeSpan.FromMinutes(1)));

        Assert.Equal(0, reply.Findings);
        Assert.Equal("OK", (string?)JsonNode.Parse(Assert.Single(topic.Messages))!["NewStateValue"]);
    }

    [Fact]
    public async Task The_log_tells_how_many_of_each_kind_and_nobodys_address()
    {
        using var required = emulator.DynamoDb();
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        using var sns = Client();
        var reading = new AccountReading
        {
            Subscriptions = new Dictionary<string, IReadOnlyList<SubscriptionReading>?> { ["cc-test-audience-on-call"] = [] },
        };
        var call = new LoggedCall(TimeSpan.FromMinutes(1));

        await new CheckAccountFunction(new Read(reading), new AlarmTopic(sns, topic.Arn), TestEnvironment.Create(), TimeProvider.System)
            .CheckAccount(call);

        Assert.Contains("subscriptions 1", string.Join("\n", call.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("on-call@example.com", string.Join("\n", call.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_missing_in_the_environment_is_named()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        Assert.Contains("ALARM_TOPIC_ARN", await deployment.FailToStartAsync("CheckAccount"), StringComparison.Ordinal);
    }

    private static bool IsAboutSamples(string message) => message.Contains("/check-samples", StringComparison.Ordinal);

    private AmazonSimpleNotificationServiceClient Client() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonSimpleNotificationServiceConfig { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = "eu-central-1" });

    private sealed class Read(AccountReading reading) : IAccount
    {
        public Task<AccountReading> ReadAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken) =>
            Task.FromResult(reading);

        public Task<AccountReading> ReadReachAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken) =>
            Task.FromResult(reading);
    }
}
