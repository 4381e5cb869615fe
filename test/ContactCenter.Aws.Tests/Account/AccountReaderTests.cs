using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Core.Validation.Account;
using Endpoint = ContactCenter.Core.Configuration.Endpoint;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>
/// An account with one planted mistake of each kind, read over the wire: what is recorded answers for services that no emulator has.
/// </summary>
public sealed class AccountReaderTests(Emulator emulator)
{
    private static readonly ContactCenterConfiguration Configuration =
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));

    private string _host = "";

    [Fact]
    public async Task Every_planted_mistake_is_found()
    {
        var told = await CheckAsync();

        Assert.All(
            [
                "queue \"Billing\" is called \"Billing (new)\" in the instance",
                "contact flow \"Chat\" is not in the instance",
                "Contact Lens is off in the instance",
                "recordings of calls have no place in the instance",
                "bot \"ivr-main\" does not speak en_US behind its alias, but en_GB",
                "bot \"ivr-main\" is not associated with the instance",
                "function \"verify-caller\" is not in the account",
                "table \"customers\" has no index \"by-phone\"",
                "alarm cc-prod/queue-size/Cards has a threshold of 99",
                "alarm cc-prod/queue-full/Cards reads QueueCapacityExceededError by InstanceId=",
                "topic cc-prod-audience-workforce is not in the account",
                "lead@bank.example on topic cc-prod-audience-team-lead has no subscription",
                "quota \"Concurrent active calls per instance\" is 0: every call fails",
                "text messages are in the sandbox of SNS",
                "text messages stop after 1 US dollars a month",
                "concurrent executions of Lambda are 50 in the account, and the file says 1000",
                "secret contact-center/teams-AbCdEf for Teams of management does not exist",
                "token for Slack of on-call has only the scopes users:read, channels:read",
                $"ServiceNow {_host} has no incident fields correlation_display",
            ],
            expected => Assert.Contains(told, text => text.StartsWith(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_of_a_malformed_request_is_not_told_as_a_missing_right()
    {
        var told = await CheckAsync();

        Assert.Contains(
            "routing profiles cannot be read: Amazon Connect did not understand the request (it says \"explicit deny\" then, whatever rights "
                + "there are): an id, a filter or a grouping in it is wrong; mend that, and check again",
            told);
    }

    [Fact]
    public async Task Alarms_of_the_Region_that_stands_by_are_read_there()
    {
        using var required = emulator.DynamoDb();
        var stop = TestContext.Current.CancellationToken;
        await using var account = await RecordedAccount.StartAsync(emulator.Address, Configuration);
        var configuration = Configuration with { StandbyRegion = "eu-west-2", Environment = $"there{Guid.NewGuid():N}"[..12] };
        using var clients = AccountClients.For(
            configuration.Instance.Region, account.Address, new BasicAWSCredentials("test", "test"), configuration.StandbyRegion);
        var name = $"cc-{configuration.Environment}/heartbeat-missing/clock";
        await clients.StandbyCloudWatch!.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = name,
                Namespace = "ContactCenter",
                MetricName = "Heartbeat",
                Statistic = "Sum",
                Period = 60,
                EvaluationPeriods = 3,
                Threshold = 7,
                ComparisonOperator = "LessThanThreshold",
            },
            stop);
        using var http = AccountReader.CreateHttpClient(account.Address);

        var reading = await new AccountReader(clients, http, new Uri(account.Address, "/slack/"), TimeProvider.System)
            .ReadAsync(configuration, stop);

        Assert.Empty(reading.Alarms!);
        Assert.Equal((name, 7.0), Assert.Single(reading.StandbyAlarms!.Select(static alarm => (alarm.Name, alarm.Threshold!.Value))));
    }

    [Fact]
    public async Task What_people_have_decided_is_read_of_the_table_and_without_a_table_there_is_nothing_to_read()
    {
        using var dynamoDb = emulator.DynamoDb();
        var stop = TestContext.Current.CancellationToken;
        await using var account = await RecordedAccount.StartAsync(emulator.Address, Configuration);
        var configuration = Configuration with { Environment = $"set{Guid.NewGuid():N}"[..12] };
        using var clients = AccountClients.For(
            configuration.Instance.Region, account.Address, new BasicAWSCredentials("test", "test"));
        using var http = AccountReader.CreateHttpClient(account.Address);
        var reader = new AccountReader(clients, http, new Uri(account.Address, "/slack/"), TimeProvider.System);
        var none = await reader.ReadAsync(configuration, stop);
        var table = await IncidentTable.CreateAsync(dynamoDb, DeploymentNames.Of(configuration).IncidentsTable);
        var now = TimeProvider.System.GetUtcNow();
        var wanted = new AlarmThreshold
        {
            Author = "Ada",
            Reason = "season",
            From = now,
            Alarm = "queue-wait-time",
            Threshold = 333,
        };
        _ = await new SettingsDesk(new DynamoDbSettings(dynamoDb, table, 400), configuration).SaveAsync(wanted, now, stop);

        var some = await reader.ReadAsync(configuration, stop);

        await IncidentTable.DeleteAsync(dynamoDb, table);
        Assert.Empty(none.Settings!.All);
        Assert.DoesNotContain(none.Unread, static part => part.What.Contains("settings", StringComparison.Ordinal));
        Assert.Equal("Ada", Assert.Single(some.Settings!.All).Author);
    }

    private async Task<string[]> CheckAsync()
    {
        using var dynamoDb = emulator.DynamoDb();
        var stop = TestContext.Current.CancellationToken;
        await using var account = await RecordedAccount.StartAsync(emulator.Address, Configuration);
        _host = account.Address.ToString().TrimEnd('/');
        var configuration = With(
            _host,
            await SecretAsync(account, """{"botToken":"xoxb-example"}"""),
            await SecretAsync(account, """{"user":"a","password":"b"}"""));
        using var clients = AccountClients.For(
            configuration.Instance.Region, account.Address, new BasicAWSCredentials("test", "test"));
        await account.DoAsync("sns", "Action=CreateTopic&Name=cc-prod-audience-team-lead&Version=2010-03-31");
        await clients.CloudWatch.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = "cc-prod/queue-size/Cards",
                Namespace = "AWS/Connect",
                MetricName = "QueueSize",
                Statistic = "Maximum",
                Period = 60,
                EvaluationPeriods = 5,
                DatapointsToAlarm = 3,
                Threshold = 99,
                ComparisonOperator = "GreaterThanOrEqualToThreshold",
            },
            stop);
        await clients.CloudWatch.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "AWS/Connect",
                MetricData =
                [
                    new MetricDatum
                    {
                        MetricName = "QueueCapacityExceededError",
                        Value = 1,
                        Dimensions =
                        [
                            new() { Name = "InstanceId", Value = configuration.Instance.Id },
                            new() { Name = "MetricGroup", Value = "Queue" },
                            new() { Name = "QueueName", Value = "Cards" }, new() { Name = "Channel", Value = "VOICE" },
                        ],
                    },
                ],
            },
            stop);
        await TableAsync(clients, stop);
        var slack = new Uri(account.Address, "/slack/");
        using var http = AccountReader.CreateHttpClient(slack);
        var reading = await new AccountReader(clients, http, slack, TimeProvider.System)
            .ReadAsync(configuration, stop);
        return [.. AccountCheck.Find(configuration, reading).Select(static finding => finding.ToString())];
    }

    private static async Task TableAsync(AccountClients clients, CancellationToken stop)
    {
        try
        {
            await clients.DynamoDb.CreateTableAsync(
                new CreateTableRequest
                {
                    TableName = "customers",
                    BillingMode = "PAY_PER_REQUEST",
                    KeySchema = [new KeySchemaElement("id", "HASH")],
                    AttributeDefinitions = [new AttributeDefinition("id", "S")],
                },
                stop);
        }
        catch (ResourceInUseException)
        {
            // another test of this class has made it
        }
    }

    /// <summary>The ARN of a secret, whose end the emulator makes up.</summary>
    private static async Task<string> SecretAsync(RecordedAccount account, string text) => (string)JsonNode.Parse(await account.DoAsync(
        "secretsmanager",
        new JsonObject { ["Name"] = $"test-{Guid.NewGuid()}", ["SecretString"] = text, ["ClientRequestToken"] = $"{Guid.NewGuid()}" }
            .ToJsonString(),
        "secretsmanager.CreateSecret"))!["ARN"]!;

    private static ContactCenterConfiguration With(string serviceNow, string slackSecret, string serviceNowSecret) => Configuration with
    {
        Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Configuration.Audiences)
        {
            ["on-call"] =
            [
                .. Configuration.Audiences["on-call"].Select(each => each.Secret is null ? each : each with { Secret = slackSecret }),
            ],
            ["tickets"] = [new Endpoint { Channel = Channel.ServiceNow, To = serviceNow, Secret = serviceNowSecret }],
        },
    };
}
