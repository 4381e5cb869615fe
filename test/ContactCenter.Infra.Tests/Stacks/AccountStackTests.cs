using System.Text.Json.Nodes;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class AccountStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("account");

    [Fact]
    public void The_account_is_checked_once_a_week_in_the_morning_of_the_center()
    {
        var schedule = Assert.Single(Template.Resources("AWS::Scheduler::Schedule")).Properties;

        Assert.Equal(
            ("cron(0 8 ? * MON *)", "Europe/Berlin"),
            ((string)schedule["ScheduleExpression"]!, (string)schedule["ScheduleExpressionTimezone"]!));
    }

    [Fact]
    public void It_changes_nothing_but_what_the_alarm_topic_hears()
    {
        string[] written =
        [
            .. Statements().SelectMany(statement => Texts(statement["Action"]))
                .Where(action => !Reads(action) && !action.StartsWith("logs:", StringComparison.Ordinal)
                    && !action.StartsWith("xray:", StringComparison.Ordinal) && !action.StartsWith("kms:", StringComparison.Ordinal)),
        ];

        Assert.Equal(["sns:Publish"], written.Except(["lambda:InvokeFunction", "sqs:SendMessage"]));
    }

    [Fact]
    public void It_reads_the_secrets_that_the_configuration_names_and_no_others()
    {
        var read = Statements().Where(statement => Texts(statement["Action"]).Contains("secretsmanager:GetSecretValue"))
            .SelectMany(statement => Texts(statement["Resource"]));

        Assert.Equal(AccountScope.Secrets(Synthesis.Sample()).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_the_table_of_incidents_it_reads_what_people_have_decided_and_nothing_else()
    {
        var query = Assert.Single(Statements(), static statement => Texts(statement["Action"]).Contains("dynamodb:Query"));

        Assert.Equal(
            """{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["settings"]}}""", query["Condition"]!.ToJsonString());
    }

    [Fact]
    public void It_sees_the_alarms_of_the_Region_that_stands_by_where_there_is_one()
    {
        Assert.Contains(
            $"cloudwatch:{Synthesis.StandbyRegion}:123456789012:alarm:*",
            Synthesis.Equipped["cc-prod-account"].ToJsonString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_day_and_time_are_those_of_the_file()
    {
        Assert.Equal(
            "cron(30 14 ? * WED *)",
            (string)Assert.Single(Synthesis.Equipped["cc-prod-account"].Resources("AWS::Scheduler::Schedule"))
                .Properties["ScheduleExpression"]!);
    }

    [Fact]
    public void Switched_off_there_is_neither_a_function_nor_an_alarm_on_it()
    {
        Assert.DoesNotContain("cc-prod-account", Synthesis.WithoutExtras.Keys);
        Assert.DoesNotContain(
            "check-account", Synthesis.WithoutExtras["cc-prod-monitoring"].ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Statements() => Template.Resources("AWS::IAM::Policy")
        .SelectMany(policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(statement => statement!);

    private static bool Reads(string action) => action.Split(':')[1] is var verb
        && (verb.StartsWith("List", StringComparison.Ordinal) || verb.StartsWith("Describe", StringComparison.Ordinal)
            || verb.StartsWith("Get", StringComparison.Ordinal) || verb == "Query");

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };
}
