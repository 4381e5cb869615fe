using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>What belongs together shares a key; what is a trouble of its own does not.</summary>
public sealed class CorrelationTests
{
    [Fact]
    public void Alarms_of_one_queue_are_one_trouble()
    {
        var keys = new[]
        {
            Changes.Wait(), Changes.QueueSize(), Changes.QueueFull(),
            Changes.Nameless("cc-prod/abandonment-rate/Billing") with { Metrics = Own("Billing") }
        }
            .Select(change => Desk.Triage(change).Key)
            .Distinct();

        Assert.Single(keys);
    }

    [Fact]
    public void Two_queues_are_two_troubles() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait("Billing")).Key, Desk.Triage(Changes.Wait("Cards")).Key);

    [Fact]
    public void A_table_and_its_index_are_one_trouble_with_two_targets()
    {
        var table = Desk.Triage(Changes.Throttled());
        var index = Desk.Triage(Changes.Throttled(index: "by-phone"));

        Assert.Equal(table.Key, index.Key);
        Assert.Equal(("customers", "customers/by-phone"), (table.Target, index.Target));
        Assert.Equal(("heal-capacity", "heal-capacity"), (table.Remediation, index.Remediation));
    }

    [Fact]
    public void Contributors_that_name_a_queue_share_the_trouble_of_the_queue()
    {
        var contributor = Changes.Nameless("all queues") with
        {
            ContributorId = "0a1b",
            ContributorAttributes = [new("QueueName", "Billing")]
        };

        Assert.Equal(Desk.Triage(Changes.Wait()).Key, Desk.Triage(contributor).Key);
    }

    [Fact]
    public void Contributors_that_name_nothing_known_are_troubles_of_their_own()
    {
        AlarmChange Contributor(
            string id) => Changes.Nameless("pods") with { ContributorId = id, ContributorAttributes = [new("pod", id)] };

        Assert.NotEqual(Desk.Triage(Contributor("1")).Key, Desk.Triage(Contributor("2")).Key);
    }

    [Fact]
    public void Two_accounts_are_two_troubles() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait()).Key, Desk.Triage(Changes.Wait() with { AccountId = "210987654321" }).Key);

    [Fact]
    public void Two_Regions_are_two_troubles() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait()).Key, Desk.Triage(Changes.Wait() with { Region = "us-east-1" }).Key);

    [Fact]
    public void The_state_does_not_change_the_trouble()
    {
        var keys = Enum.GetValues<AlarmState>().Select(state => Desk.Triage(Changes.Wait() with { State = state }).Key).Distinct();

        Assert.Single(keys);
    }

    [Fact]
    public void The_instance_is_called_by_its_alias()
    {
        var alarm = Desk.Triage(Changes.Calls("CallsBreachingConcurrencyQuota", 0, 3) with
        {
            Comparison = AlarmComparison.GreaterThanThreshold
        });

        Assert.Equal(("Instance example-bank", "example-bank", "telephony"), (alarm.Subject, alarm.Key.Resource, alarm.Key.Group));
    }

    [Fact]
    public void A_message_queue_is_no_queue_of_the_contact_center()
    {
        var alarm = Desk.Triage(Changes.Of("depth", "AWS/SQS", "ApproximateAgeOfOldestMessage", 900, 300, ("QueueName", "Billing")));

        Assert.Equal(("Message queue Billing", "messages"), (alarm.Subject, alarm.Key.Group));
    }

    [Fact]
    public void An_alarm_that_names_no_resource_is_a_trouble_by_its_name()
    {
        Assert.NotEqual(Desk.Triage(Changes.Composite("a")).Key, Desk.Triage(Changes.Composite("b")).Key);
        Assert.Equal("a", Desk.Triage(Changes.Composite("a")).Subject);
    }

    [Theory]
    [InlineData("AWS/Connect", "ContactFlowErrors", "ContactFlowName", "Flow", "flow")]
    [InlineData("AWS/Lambda", "Duration", "FunctionName", "Function", "function")]
    [InlineData("AWS/DynamoDB", "SystemErrors", "TableName", "Table", "table")]
    [InlineData("AWS/Lex", "RuntimeLambdaErrors", "BotId", "Bot", "ivr")]
    [InlineData("AWS/ApiGateway", "5xx", "ApiId", "API", "api")]
    [InlineData("AWS/SNS", "PublishSize", "TopicName", "Topic", "messages")]
    public void The_dimensions_say_what_is_in_trouble(string @namespace, string metric, string dimension, string kind, string group)
    {
        var alarm = Desk.Triage(Changes.Of("x", @namespace, metric, 9, 1, (dimension, "thing")));

        Assert.Equal(($"{kind} thing", group), (alarm.Subject, alarm.Key.Group));
    }

    private static MetricSource[] Own(string queue) =>
    [
        new()
        {
            Namespace = "ContactCenter",
            Name = "AbandonmentRate",
            Statistic = "Maximum",
            Dimensions = [new("InstanceId", "x"), new("QueueName", queue)]
        },
    ];
}
