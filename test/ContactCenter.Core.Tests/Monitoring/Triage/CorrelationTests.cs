using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>What belongs together shares a key; what is an incident of its own does not.</summary>
public sealed class CorrelationTests
{
    [Fact]
    public void Alarms_of_one_queue_are_one_incident()
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
    public void Two_queues_are_two_incidents() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait("Billing")).Key, Desk.Triage(Changes.Wait("Cards")).Key);

    [Fact]
    public void A_table_and_its_index_are_one_incident_with_two_targets()
    {
        var table = Desk.Triage(Changes.Throttled());
        var index = Desk.Triage(Changes.Throttled(index: "by-phone"));

        Assert.Equal(table.Key, index.Key);
        Assert.Equal(("customers", "customers/by-phone"), (table.Target, index.Target));
        Assert.Equal(("heal-capacity", "heal-capacity"), (table.Remediation, index.Remediation));
    }

    [Fact]
    public void Contributors_that_name_a_queue_share_the_incident_of_the_queue()
    {
        var contributor = Changes.Nameless("all queues") with
        {
            ContributorId = "0a1b",
            ContributorAttributes = [new("QueueName", "Billing")]
        };

        Assert.Equal(Desk.Triage(Changes.Wait()).Key, Desk.Triage(contributor).Key);
    }

    [Fact]
    public void Contributors_that_name_nothing_known_are_incidents_of_their_own()
    {
        AlarmChange Contributor(
            string id) => Changes.Nameless("pods") with { ContributorId = id, ContributorAttributes = [new("pod", id)] };

        Assert.NotEqual(Desk.Triage(Contributor("1")).Key, Desk.Triage(Contributor("2")).Key);
    }

    [Fact]
    public void Two_accounts_are_two_incidents() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait()).Key, Desk.Triage(Changes.Wait() with { AccountId = "210987654321" }).Key);

    [Fact]
    public void Two_Regions_are_two_incidents() =>
        Assert.NotEqual(Desk.Triage(Changes.Wait()).Key, Desk.Triage(Changes.Wait() with { Region = "us-east-1" }).Key);

    [Fact]
    public void The_state_does_not_change_the_incident()
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
    public void An_alarm_that_names_no_resource_is_an_incident_by_its_name()
    {
        Assert.NotEqual(Desk.Triage(Changes.Composite("a")).Key, Desk.Triage(Changes.Composite("b")).Key);
        Assert.Equal("a", Desk.Triage(Changes.Composite("a")).Subject);
    }

    [Theory]
    [InlineData("AWS/Connect", "QueueSize", "QueueName", "Queue", "queue")]
    [InlineData("ContactCenter", "AbandonmentRate", "QueueName", "Queue", "queue")]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "Message queue", "messages")]
    [InlineData("AWS/Connect", "ContactFlowErrors", "ContactFlowName", "Flow", "flow")]
    [InlineData("AWS/Lambda", "Duration", "FunctionName", "Function", "function")]
    [InlineData("AWS/DynamoDB", "SystemErrors", "TableName", "Table", "table")]
    [InlineData("AWS/Lex", "RuntimeLambdaErrors", "BotId", "Bot", "ivr")]
    [InlineData("AWS/Lex", "RuntimeLambdaErrors", "BotName", "Bot", "ivr")]
    [InlineData("AWS/ApiGateway", "5xx", "ApiId", "API", "api")]
    [InlineData("AWS/ApiGateway", "5xx", "ApiName", "API", "api")]
    [InlineData("ContactCenter", "ApiCalls", "Api", "API", "api")]
    [InlineData("ContactCenter", "Occupancy", "RoutingProfile", "Routing profile", "agents")]
    [InlineData("AWS/SNS", "PublishSize", "TopicName", "Topic", "messages")]
    [InlineData("ContactCenter", "Heartbeats", "Component", "Component", "system")]
    [InlineData("AWS/Connect", "CallsOfAKind", "InstanceId", "Instance", "telephony")]
    [InlineData("AWS/Connect", "PacketLossRate", "Instance ID", "Instance", "telephony")]
    public void The_dimensions_say_what_the_incident_is_about(string @namespace, string metric, string dimension, string kind, string group)
    {
        var alarm = Desk.Triage(Changes.Of("x", @namespace, metric, 9, 1, (dimension, "thing")));

        Assert.Equal(($"{kind} thing", group), (alarm.Subject, alarm.Key.Group));
    }

    [Theory]
    [InlineData("BotId", "BotName", "Bot named")]
    [InlineData("ApiName", "ApiId", "API named")]
    [InlineData("ApiId", "Api", "API named")]
    public void Of_two_dimensions_for_one_thing_its_name_counts(string other, string name, string expected) =>
        Assert.Equal(expected, Desk.Triage(Changes.Of("x", "Shop", "Orders", 9, 1, (other, "numbered"), (name, "named"))).Subject);

    [Fact]
    public void A_dimension_without_a_value_names_nothing() =>
        Assert.Equal("x", Desk.Triage(Changes.Of("x", "AWS/Lambda", "Duration", 9, 1, ("FunctionName", ""))).Subject);

    [Fact]
    public void An_instance_of_another_service_is_no_instance_of_Amazon_Connect()
    {
        var alarm = Desk.Triage(Changes.Of("busy", "AWS/EC2", "CPUUtilization", 99, 90, ("InstanceId", "i-0a1b2c3d")));

        Assert.Equal(("busy", "busy", "busy"), (alarm.Subject, alarm.Key.Resource, alarm.Key.Group));
    }

    [Fact]
    public void What_concerns_the_center_as_a_whole_belongs_to_the_instance()
    {
        var trail = Desk.Triage(Changes.Nameless("cc-prod/trail-changed/prod"));

        Assert.Equal(("Instance example-bank", "example-bank", "example-bank"), (trail.Subject, trail.Key.Resource, trail.Target));
    }

    [Fact]
    public void A_contributor_needs_only_one_attribute_that_names_its_resource()
    {
        var contributor = Changes.Nameless("all queues") with
        {
            ContributorId = "0a1b",
            ContributorAttributes = [new("channel", "VOICE"), new("QueueName", "Billing")]
        };

        Assert.Equal(Desk.Triage(Changes.Wait()).Key, Desk.Triage(contributor).Key);
    }

    [Fact]
    public void A_contributor_that_names_nothing_known_is_told_apart_by_its_id() =>
        Assert.Equal("pods#0a1b", Desk.Triage(Changes.Nameless("pods") with { ContributorId = "0a1b" }).Key.Resource);

    private static MetricSource[] Own(string queue) =>
    [
        new()
        {
            Namespace = "ContactCenter",
            Name = "AbandonmentRate",
            Statistic = "Maximum",
            Dimensions = [new("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), new("QueueName", queue)]
        },
    ];
}
