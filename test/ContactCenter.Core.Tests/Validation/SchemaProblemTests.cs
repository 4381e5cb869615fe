using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What the schema finds wrong: where, what stands there, and what would be right.</summary>
public sealed class SchemaProblemTests
{
    [Fact]
    public void The_sample_is_right()
    {
        var reading = ConfigurationReader.Read(SampleConfiguration.Bytes());

        Assert.Empty(reading.Problems);
        Assert.Equal("example-bank", reading.Configuration!.Instance.Alias);
    }

    [Fact]
    public void Only_environment_and_instance_are_required()
    {
        var reading = SampleConfiguration.With(root =>
        {
            foreach (var name in root.AsObject().Select(member => member.Key).Except(["environment", "instance"]).ToArray())
            {
                root.AsObject().Remove(name);
            }

            root["escalation"] =
                JsonNode
                    .Parse(
                        """{"P1":{"steps":[{"after":"0m","audience":"a"}]},"P2":{"steps":[{"after":"0m","audience":"a"}]},"P3":{"steps":[{"after":"0m","audience":"a"}]}}""");
            root["audiences"] = JsonNode.Parse("""{"a":[{"channel":"email","to":"a@example.com"}]}""");
        });

        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("quues", "$.quues", "queues")]
    [InlineData("Environment", "$.Environment", "environment")]
    [InlineData("time-zone", "$.time-zone", "timeZone")]
    public void An_unknown_setting_is_told_with_the_one_that_was_probably_meant(string name, string path, string meant)
    {
        var problem = Only(root => root[name] = new JsonArray());

        Assert.Equal(
            (path, "[]", $"there is no such setting here; did you mean {meant}?"), (problem.Path, problem.Found, problem.Expected));
    }

    [Fact]
    public void An_unknown_setting_that_resembles_none_is_told_without_a_guess() =>
        Assert.Equal("there is no such setting here", Only(root => root["xylophone"] = 1).Expected);

    [Fact]
    public void An_unknown_setting_deep_inside_is_told_with_its_path() =>
        Assert.Equal("$.queues[1].maximumWeit", Only(root => root["queues"]![1]!["maximumWeit"] = "3m").Path);

    [Theory]
    [InlineData("queues", "{}", "a list")]
    [InlineData("audiences", "[]", "an object")]
    [InlineData("timeZone", "7", "a text")]
    [InlineData("environment", "null", "a text")]
    [InlineData("holidays", "\"2026-12-25\"", "a list")]
    [InlineData("instance", "\"arn\"", "an object")]
    [InlineData("sla", "true", "an object")]
    public void A_value_of_the_wrong_type_is_told_with_the_right_type(string name, string json, string type)
    {
        var problem = Only(root => root[name] = JsonNode.Parse(json));

        Assert.Equal(($"$.{name}", json), (problem.Path, problem.Found));
        Assert.StartsWith($"expected {type}", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("5.0")]
    [InlineData("1e1")]
    [InlineData("99999999999")]
    [InlineData("1e999")]
    [InlineData("\"5\"")]
    public void A_number_that_is_not_whole_is_told_where_a_whole_one_stands(string json)
    {
        var reading = Replace("\"stormIncidents\":5", $"\"stormIncidents\":{json}");

        Assert.Equal(
            ("$.incidents.stormIncidents", "expected a whole number"),
            (Assert.Single(reading.Problems).Path, reading.Problems[0].Expected));
    }

    [Fact]
    public void A_number_that_is_no_finite_number_is_refused() =>
        Assert.Equal(
            "$.alarms.abandonment-rate.threshold", Assert.Single(Replace("\"threshold\":12", "\"threshold\":1e999").Problems).Path);

    [Theory]
    [InlineData("environment")]
    [InlineData("instance")]
    public void A_required_setting_that_is_missing_is_told_with_what_it_is(string name)
    {
        var problem = Only(root => root.AsObject().Remove(name));

        Assert.Equal(($"$.{name}", "nothing"), (problem.Path, problem.Found));
        Assert.StartsWith("this setting is required: ", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_setting_that_is_missing_deep_inside_is_told_once() =>
        Assert.Equal("$.queues[2].name", Only(root => root["queues"]![2]!.AsObject().Remove("name")).Path);

    [Theory]
    [InlineData("Prod_EU")]
    [InlineData("prod-")]
    [InlineData("Production!")]
    [InlineData("p")]
    [InlineData("a-name-that-is-too-long")]
    [InlineData("prod\n")]
    [InlineData("")]
    public void A_text_that_does_not_fit_its_pattern_is_told_with_what_it_means(string environment)
    {
        var problem = Only(root => root["environment"] = environment);

        Assert.Equal("$.environment", problem.Path);
        Assert.Contains("2 to 20 lower-case letters", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kündigung")]
    [InlineData("")]
    public void A_queue_name_without_metrics_is_told_with_what_has_them(string name) =>
        Assert.Contains("1 to 127 characters", Only(root => root["queues"]![1]!["name"] = name).Expected, StringComparison.Ordinal);

    [Fact]
    public void A_queue_name_that_is_too_long_is_told_with_the_reason() =>
        Assert.Contains("CloudWatch", Only(root => root["queues"]![1]!["name"] = new string('q', 240)).Expected, StringComparison.Ordinal);

    [Theory]
    [InlineData("eu-centrl-1", false)]
    [InlineData("eu-central", false)]
    [InlineData("eu-central-1", true)]
    [InlineData("us-gov-west-1", true)]
    [InlineData("us-isob-east-1", true)]
    [InlineData("eusc-de-east-1", true)]
    [InlineData("ap-southeast-2", true)]
    public void An_instance_is_in_a_Region_that_can_be(string region, bool canBe)
    {
        var arn = $"arn:aws:connect:{region}:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

        var problems = SampleConfiguration.With(root => root["instance"]!["arn"] = arn).Problems;

        Assert.Equal(canBe, problems.All(problem => problem.Path != "$.instance.arn"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5 minutes")]
    [InlineData("5m\n")]
    [InlineData("1m1h")]
    [InlineData("-5m")]
    [InlineData("٥m")]
    [InlineData("")]
    public void A_duration_that_is_none_is_told(string duration)
    {
        var problem = Only(root => root["incidents"]!["quietPeriod"] = duration);

        Assert.Equal("$.incidents.quietPeriod", problem.Path);
        Assert.Contains("a duration such as 30s", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_none_of_the_allowed_is_told_with_them()
    {
        Assert.Equal("expected low, normal or high", Only(root => root["queues"]![0]!["importance"] = "huge").Expected);
        Assert.StartsWith(
            "expected email, sms, slack",
            Only(root => root["audiences"]!["workforce"]![0]!["channel"] = "fax").Expected,
            StringComparison.Ordinal);
        Assert.Contains("monday", Only(root => root["businessHours"]![0]!["days"]![0] = "Monday").Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_number_out_of_range_is_told_with_the_range(int percent)
    {
        var problem = Only(root => root["queues"]![2]!["serviceLevelPercent"] = percent);

        Assert.Equal(
            ("$.queues[2].serviceLevelPercent", $"{percent}", "expected a number from 1 to 100"),
            (problem.Path, problem.Found, problem.Expected));
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("25.12.2026")]
    [InlineData("2026-12-25T00:00:00Z")]
    public void A_day_that_does_not_exist_is_told(string date) =>
        Assert.Equal("$.holidays[1]", Only(root => root["holidays"]![1] = date).Path);

    [Theory]
    [InlineData("24:00")]
    [InlineData("7:00")]
    [InlineData("07:60")]
    public void A_time_of_day_that_does_not_exist_is_told(string time) =>
        Assert.Equal("$.businessHours[0].from", Only(root => root["businessHours"]![0]!["from"] = time).Path);

    [Theory]
    [InlineData("2026-12-05 22:00")]
    [InlineData("2026-12-05")]
    [InlineData("2026-12-05T22:00:00")]
    [InlineData("tomorrow")]
    public void A_time_without_an_offset_is_told_because_it_would_depend_on_the_machine(string time) =>
        Assert.Equal(
            ("$.maintenance[0].from", "expected Begin, with offset, such as 2026-05-02T22:00:00+02:00."),
            PathAndExpected(root => root["maintenance"]![0]!["from"] = time));

    [Fact]
    public void A_long_value_is_told_shortened() =>
        Assert.InRange(Only(root => root["environment"] = new string('x', 10_000)).Found.Length, 1, 60);

    [Fact]
    public void Several_problems_are_told_at_once_and_none_hides_another()
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["environment"] = "PROD";
            root["instance"]!.AsObject().Remove("alias");
            root["quues"] = new JsonArray();
            root["queues"]![0]!["standby"] = "Bilingual";
            root["tables"]![0]!["read"]!["minimum"] = 500;
            root["alarms"]!["queue-seize"] = new JsonObject();
            root["timeZone"] = "Europe/Atlantis";
            root["incidents"]!["quietPeriod"] = 10;
        });

        Assert.Null(reading.Configuration);
        Assert.Equal(
            [
                "$.alarms.queue-seize", "$.environment", "$.incidents.quietPeriod", "$.instance.alias", "$.queues[0].standby", "$.quues",
                "$.tables[0]", "$.timeZone",
            ],
            reading.Problems.Select(problem =>
                problem.Path == "$.tables[0].read" ? "$.tables[0]" : problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_entry_that_is_wrong_does_not_hide_the_next()
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["queues"]![0]!["importance"] = "huge";
            root["queues"]![3]!["serviceLevelPercent"] = 200;
        });

        Assert.Equal(["$.queues[0].importance", "$.queues[3].serviceLevelPercent"], reading.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void A_wrong_value_of_a_queue_does_not_hide_what_is_wrong_elsewhere()
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["queues"]![0]!["maximumWait"] = "3 minutes";
            root["queues"]![3]!["standby"] = "Generel";
            root["flows"]!["bot"] = "ivr-man";
            root["routing"]!["defaultQueue"] = "Generel";
            root["routing"]!["topics"]!["fraud"]!["level"] = 9;
        });

        Assert.Equal(
            ["$.flows.bot", "$.queues[0].maximumWait", "$.queues[3].standby", "$.routing.defaultQueue", "$.routing.topics.fraud.level"],
            reading.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("name", "\u0001", "$.queues[0].name")]
    [InlineData("id", "general", "$.queues[0].id")]
    public void References_to_a_queue_whose_name_or_id_is_wrong_are_not_blamed(string setting, string value, string path) =>
        Assert.Equal(path, Only(root => root["queues"]![0]![setting] = value).Path);

    [Fact]
    public void An_instance_that_is_wrong_is_not_told_again_at_every_secret() =>
        Assert.Equal("$.instance.arn", Only(root => root["instance"]!["arn"] = "example-bank").Path);

    [Fact]
    public void An_audience_that_is_wrong_is_not_told_again_where_it_is_used() =>
        Assert.Equal("$.audiences.on-call", Only(root => root["audiences"]!["on-call"] = "oncall@bank.example").Path);

    [Fact]
    public void A_problem_reads_as_one_line() =>
        Assert.Equal("$.a: found 1; expected 2", new ConfigurationProblem("$.a", "1", "expected 2").ToString());

    private static ConfigurationProblem Only(Action<JsonNode> change)
    {
        var reading = SampleConfiguration.With(change);
        Assert.Null(reading.Configuration);
        return Assert.Single(reading.Problems);
    }

    private static (string Path, string Expected) PathAndExpected(Action<JsonNode> change) =>
        Only(change) is var problem ? (problem.Path, problem.Expected) : default;

    private static ConfigurationReading Replace(string old, string @new)
    {
        var text = JsonNode.Parse(
            SampleConfiguration.Bytes(),
            documentOptions: new()
            {
                CommentHandling = System.Text.Json.JsonCommentHandling.Skip,
                AllowTrailingCommas = true
            })!.ToJsonString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return ConfigurationReader.Read(System.Text.Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal)));
    }
}
