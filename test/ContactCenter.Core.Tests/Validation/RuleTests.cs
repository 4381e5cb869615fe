using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What the schema cannot say: each rule, with where it is broken, what stands there and what would be right.</summary>
public sealed class RuleTests
{
    [Fact]
    public void The_time_zone_must_exist() =>
        Broken(root => root["timeZone"] = "Europe/Atlantis", "$.timeZone", "\"Europe/Atlantis\"", "IANA time zone");

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("\0")]
    public void A_time_zone_that_is_a_path_is_no_time_zone(string zone) =>
        Assert.Equal("$.timeZone", Assert.Single(SampleConfiguration.With(root => root["timeZone"] = zone).Problems).Path);

    [Fact]
    public void Business_hours_end_after_they_begin() =>
        Broken(root => root["businessHours"]![1]!["to"] = "09:00", "$.businessHours[1]", "from 09:00 to 09:00", "two entries");

    [Fact]
    public void Hours_of_a_queue_keep_the_rules_of_the_center() =>
        Broken(
            root => root["queues"]![2]!["hours"]![0] = JsonNode.Parse("""{"days":["monday"],"from":"20:00","to":"08:00"}"""),
            "$.queues[2].hours[0]", "from 20:00 to 08:00", "two entries");

    [Fact]
    public void Hours_on_no_day_are_none() =>
        Broken(root => root["queues"]![2]!["hours"]![0]!["days"] = new JsonArray(), "$.queues[2].hours[0].days", "no day", "weekday");

    [Theory]
    [InlineData("queues")]
    [InlineData("contactFlows")]
    [InlineData("functions")]
    [InlineData("bots")]
    [InlineData("routingProfiles")]
    [InlineData("apis")]
    [InlineData("tables")]
    public void A_name_stands_once(string section)
    {
        var problems = SampleConfiguration.With(root =>
        {
            var list = root[section]!.AsArray();
            var again = list[0]!.DeepClone();
            again.AsObject().Remove("id");
            list.Add(again);
        }).Problems;

        var problem = Assert.Single(problems);
        Assert.Matches($@"^\$\.{section}\[\d\]\.name$", problem.Path);
        Assert.Contains("stands above already", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standby_must_be_a_queue() =>
        Broken(root => root["queues"]![0]!["standby"] = "Biling", "$.queues[0].standby", "\"Biling\"", "did you mean Billing?");

    [Fact]
    public void A_queue_does_not_stand_by_for_itself() =>
        Broken(root => root["queues"]![0]!["standby"] = "General", "$.queues[0].standby", "\"General\"", "for itself");

    [Fact]
    public void A_longest_wait_is_more_than_nothing() =>
        Broken(root => root["queues"]![0]!["maximumWait"] = "0s", "$.queues[0].maximumWait", "0s", "more than 0s");

    [Fact]
    public void A_reservation_that_needs_approval_lies_within_its_maximum() =>
        Broken(
            root => root["functions"]![2]!["reservedConcurrency"]!["approvalAbove"] = 101,
            "$.functions[2].reservedConcurrency.approvalAbove", "101", "at most the maximum, 100");

    [Fact]
    public void Event_sources_of_a_function_stand_once() =>
        Broken(
            root => root["remediation"] = new JsonObject
            {
                ["eventSources"] = new JsonArray(new JsonObject { ["function"] = "deliver" }, new JsonObject { ["function"] = "deliver" }),
            },
            "$.remediation.eventSources[1].function", "\"deliver\"", "may stand once");

    [Theory]
    [InlineData("read", 4)]
    [InlineData("write", 101)]
    public void A_level_to_be_ready_for_lies_within_the_limits(string kind, int level) =>
        Broken(
            root => root["tables"]![0]![kind]!["readyFor"] = level, $"$.tables[0].{kind}.readyFor", $"{level}", "within the limits, 5 to");

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public void Capacity_has_its_minimum_below_its_maximum(string kind) =>
        Broken(
            root => root["tables"]![1]![kind]!["minimum"] = 201,
            $"$.tables[1].{kind}",
            "minimum 201 above maximum 200",
            "must not be above");

    [Theory]
    [InlineData("by phone")]
    [InlineData("ix")]
    [InlineData("by-phone\n")]
    public void An_index_has_a_name_that_DynamoDB_allows(string index) =>
        Assert.Equal(
            "$.tables[0].indexes[0]",
            Assert.Single(SampleConfiguration.With(root => root["tables"]![0]!["indexes"]![0] = index).Problems).Path);

    [Fact]
    public void An_alarm_must_be_in_the_catalog() =>
        Broken(root => root["alarms"]!["queue-siz"] = new JsonObject(), "$.alarms.queue-siz", "\"queue-siz\"", "did you mean queue-size?");

    [Theory]
    [InlineData("concurrent-calls", 80, "80 % is written 0.8")]
    [InlineData("concurrent-calls", 0, "runs from 0 to 1")]
    [InlineData("active-chats", 0.8, "80 % is written 80")]
    [InlineData("active-chats", 120, "runs from 0 to 100")]
    [InlineData("sentiment", -2, "runs from -1 to 1")]
    [InlineData("queue-size", -1, "never below 0")]
    [InlineData("queue-wait-time", -1, "never below 0")]
    [InlineData("api-latency", -1, "never below 0")]
    public void A_threshold_is_on_the_scale_of_its_metric(string alarm, double threshold, string expected)
    {
        Broken(
            root => root["alarms"]![alarm] = new JsonObject { ["threshold"] = threshold }, $"$.alarms.{alarm}.threshold", null, expected);
        Broken(root => root["alarms"]![alarm] = new JsonObject { ["severe"] = threshold }, $"$.alarms.{alarm}.severe", null, expected);
        Broken(
            root => root["alarms"]![alarm] = new JsonObject { ["resources"] = new JsonObject { ["General"] = threshold } },
            $"$.alarms.{alarm}.resources.General",
            null,
            expected);
    }

    [Theory]
    [InlineData("quietPeriod", "5s")]
    [InlineData("quietPeriod", "2d")]
    [InlineData("staleAfter", "1m")]
    [InlineData("stormWithin", "10s")]
    public void Times_of_incidents_are_not_reckless(string name, string time) =>
        Broken(root => root["incidents"]![name] = time, $"$.incidents.{name}", time, "expected ");

    [Fact]
    public void Somebody_is_told_before_the_promise_to_acknowledge_is_over() =>
        Broken(
            root => root["escalation"]!["P4"]!["steps"]![0]!["after"] = "30d",
            "$.escalation.P4.steps[0].after",
            "30d",
            "somebody must be told before");

    [Fact]
    public void An_alarm_that_tells_by_missing_data_cannot_ignore_them() => Broken(
        static root => root["alarms"]!["heartbeat-missing"] = new JsonObject { ["ignoreMissing"] = true },
        "$.alarms.heartbeat-missing.ignoreMissing",
        "true",
        "tells that datapoints are missing");

    [Fact]
    public void M_is_at_most_N() =>
        Broken(
            root => root["alarms"]!["queue-size"]!["datapointsToAlarm"] = 6, "$.alarms.queue-size.datapointsToAlarm", "6", "at most the 5");

    [Fact]
    public void The_periods_fit_into_a_day() =>
        Broken(
            root => root["alarms"]!["missed-calls"] = new JsonObject { ["evaluationPeriods"] = 97 },
            "$.alarms.missed-calls.evaluationPeriods",
            "97",
            "at most 96 periods");

    [Theory]
    [InlineData("cc-prod-incidents")]
    [InlineData("cc-prod-contacts")]
    public void A_table_of_this_system_is_not_remediated(string name) =>
        Broken(root => root["tables"]![0]!["name"] = name, "$.tables[0].name", $"\"{name}\"", "take it out");

    [Fact]
    public void A_function_of_this_system_is_not_named() =>
        Broken(
            root => root["functions"]![0]!["name"] = "cc-prod-triage-alarm",
            "$.functions[0].name",
            "\"cc-prod-triage-alarm\"",
            "take it out");

    [Fact]
    public void Maintenance_ends_after_it_begins() =>
        Broken(
            root => root["maintenance"]![0]!["to"] = "2026-12-05T21:00:00Z",
            "$.maintenance[0].to",
            "2026-12-05T21:00:00.0000000+00:00",
            "later than the begin");

    [Fact]
    public void Maintenance_names_groups_of_the_catalog() =>
        Broken(root => root["maintenance"]![0]!["groups"]![1] = "functions", "$.maintenance[0].groups[1]", "\"functions\"", "function");

    [Fact]
    public void An_alarm_name_fits_into_what_CloudWatch_allows()
    {
        var index = new string('i', 255);

        Broken(root => root["tables"]![0]!["indexes"]![0] = index, "$.environment", null, "CloudWatch allows 255", several: true);
    }

    [Fact]
    public void A_threshold_of_one_resource_is_for_one_that_is_watched() => Broken(
        root => root["alarms"]!["queue-size"]!["resources"] = new JsonObject { ["Generel"] = 40 },
        "$.alarms.queue-size.resources.Generel",
        "\"Generel\"",
        "did you mean General?");

    [Theory]
    [InlineData("queue-size", 20, "above the threshold of 20")]
    [InlineData("service-level", 70, "below the threshold of 60")]
    public void What_is_severe_is_beyond_the_threshold(string alarm, double severe, string expected)
    {
        Broken(
            root =>
            {
                var change = root["alarms"]![alarm]?.AsObject() ?? [];
                change["severe"] = severe;
                root["alarms"]![alarm] = change.DeepClone();
            },
            $"$.alarms.{alarm}.severe",
            null,
            expected);
    }

    [Theory]
    [InlineData("look up account")]
    [InlineData("verify:caller")]
    public void A_function_has_a_name_that_Lambda_allows(string name) =>
        Assert.Equal(
            "$.functions[0].name", Assert.Single(SampleConfiguration.With(root => root["functions"]![0]!["name"] = name).Problems).Path);

    [Fact]
    public void A_hook_of_this_system_is_not_named_again() =>
        Broken(
            root => root["functions"]![0]!["name"] = "cc-prod-classify-contact",
            "$.functions[0].name",
            null,
            "watched without being named");

    [Fact]
    public void An_audience_has_a_name_that_a_topic_can_have() => Broken(
        root => root["audiences"]!["on call, nights"] = root["audiences"]!["workforce"]!.DeepClone(),
        "$.audiences.on call, nights",
        "\"on call, nights\"",
        "SNS topic");

    [Fact]
    public void A_task_goes_to_a_queue_that_is_there() => Broken(
        root => root["audiences"]!["workforce"]!.AsArray().Add(new JsonObject { ["channel"] = "task", ["to"] = "Technicl" }),
        "$.audiences.workforce[1].to",
        "\"Technicl\"",
        "did you mean Technical?");

    [Fact]
    public void Somebody_has_an_address_to_which_silence_of_this_system_is_told() => Broken(
        root =>
        {
            foreach (var (_, endpoints) in root["audiences"]!.AsObject())
            {
                foreach (var email in endpoints!.AsArray().Where(endpoint => (string?)endpoint!["channel"] == "email"))
                {
                    email!["channel"] = "sms";
                    email["to"] = "+4915112345670";
                }
            }
        },
        "$.escalation.P1.steps",
        null,
        "e-mail endpoint");

    [Fact]
    public void Alarms_have_room_in_their_stacks() => Broken(
        root => AddQueues(root, 56), "$.monitoring.stacks", null, "expected at least 2");

    [Fact]
    public void Alarms_have_room_in_the_account() => Broken(
        root =>
        {
            AddQueues(root, 596);
            root["monitoring"] = new JsonObject { ["stacks"] = 20 };
        },
        "$.alarms",
        null,
        "CloudWatch allows 5,000");

    [Fact]
    public void A_description_has_room_for_the_address_of_its_runbook() => Broken(
        root => root["runbookUrl"] = $"https://example.com/{new string('x', 900)}/{{runbook}}", "$.runbookUrl", null,
        "CloudWatch allows 1024");

    private static void AddQueues(JsonNode root, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            root["queues"]!.AsArray().Add(new JsonObject { ["name"] = $"Queue {i}" });
        }
    }
}
