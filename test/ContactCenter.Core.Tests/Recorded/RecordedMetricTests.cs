using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Core.Tests.Recorded;

/// <summary>
/// What alarms read and the simulated center publishes is what the outside publishes. What nobody has seen or documented stands in
/// <c>docs/design/unproven.md</c>, with a command that shows it.
/// </summary>
public sealed partial class RecordedMetricTests
{
    private static readonly string Unproven = File.ReadAllText(Repository.File("docs", "design", "unproven.md"));

    private static readonly BoundAlarm[] Alarms = [.. AlarmPlan.For(Everything())];

    private static readonly (string Reader, MetricSource Metric)[] Read =
        [.. Alarms.SelectMany(alarm => alarm.Metrics, (alarm, metric) => (alarm.Name, metric))];

    [Fact]
    public void Every_metric_that_an_alarm_reads_is_recorded_with_exactly_these_dimensions() =>
        Assert.Empty(Read.Where(pair => RecordedMetric.Find(pair.Metric).Count == 0).Select(pair => $"{pair.Reader}: {Text(pair.Metric)}"));

    [Fact]
    public void What_nobody_has_seen_or_documented_stands_among_the_unproven_with_a_command() =>
        Assert.Empty(Read
            .Where(pair => RecordedMetric.Find(pair.Metric) is [{ Mark: RecordMark.U }, ..] && !IsUnproven(pair.Metric))
            .Select(pair => $"{pair.Reader}: {Text(pair.Metric)}")
            .Distinct());

    [Fact]
    public void The_simulated_center_publishes_nothing_that_is_not_recorded()
    {
        var simulation = new ContactCenterSimulation(ScenarioLibrary.All[0], CenterDescription.Example, [], 1);

        Assert.Empty(simulation.Published
            .Where(key => RecordedMetric.Find(key.Namespace, key.Name, Dimensions(key.Dimensions)) is [] or [{ Mark: RecordMark.U }, ..])
            .Where(key => !IsUnproven(key.Namespace, key.Name))
            .Select(key => $"{key.Namespace} {key.Name} {key.Dimensions}"));
    }

    [Fact]
    public void Every_plain_alarm_is_on_the_scale_of_its_metric() => Assert.Empty(Alarms
        .Where(alarm => alarm.Definition.Expression is null)
        .Where(alarm => RecordedMetric.Find(alarm.Metrics[0]).First(record => record.Scale is not null).Scale != alarm.Definition.Scale)
        .Select(alarm => alarm.Name));

    [Fact]
    public void No_period_is_shorter_than_the_metric_is_published() => Assert.Empty(Read
        .Where(pair => pair.Metric.Period
            < TimeSpan.FromMinutes(RecordedMetric.Find(pair.Metric).Max(record => record.Minutes) ?? 1))
        .Select(pair => pair.Reader));

    [Theory]
    [InlineData("AWS/Connect", "ConcurrentChatsPercentage", "InstanceId=x", "MetricGroup=Chats")]
    [InlineData("AWS/Connect", "ContactFlowErrors", "InstanceId=x", "MetricGroup=ContactFlow")]
    [InlineData("AWS/Connect", "QueueSize", "InstanceId=x", "QueueName=x")]
    [InlineData(
        "AWS/Lex", "RuntimeSuccessfulRequestLatency", "Operation=StartConversation", "BotId=x", "BotAliasId=x", "LocaleId=x",
        "InputMode=Speech")]
    [InlineData("AWS/Lex", "MissedUtteranceCount", "Operation=StartConversation", "BotId=x", "BotAliasId=x", "LocaleId=x")]
    [InlineData(
        "AWS/Lex", "RuntimeRequestCount", "Operation=StartConversation", "BotId=x", "BotAliasId=x", "LocaleId=x", "InputMode=Speech")]
    public void A_metric_that_only_circulates_is_not_recorded(string @namespace, string name, params string[] dimensions) =>
        Assert.Empty(RecordedMetric.Find(@namespace, name, Dimensions(string.Join('\n', dimensions))));

    [Fact]
    public void What_is_recorded_as_always_published_is_what_the_account_is_checked_for() => Assert.Equal(
        RecordedMetric.All.Where(record => record.IsAlways).Select(record => (record.Namespace, record.Name)).Distinct().Order(),
        AlwaysPublished.Metrics.Order());

    [Fact]
    public void Every_metric_of_our_own_is_written_where_its_record_says() => Assert.Empty(RecordedMetric.All
        .Where(record => record.Mark == RecordMark.O && record.Source.EndsWith(".cs", StringComparison.Ordinal))
        .Where(record => !Writes(record.Source, record.Name))
        .Select(record => $"{record.Source}: {record.Name}"));

    [Fact]
    public void Every_command_of_the_unproven_is_one_that_can_be_typed() =>
        Assert.All(
            Unproven.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1),
            line => Assert.Matches(Command(), line.Split('|')[^2]));

    /// <summary>By its name, or by the alarm that reads it.</summary>
    private static bool Writes(string path, string name)
    {
        var code = File.ReadAllText(Repository.File(path.Split('/')));
        return code.Contains(name, StringComparison.Ordinal)
            || Alarms.Any(alarm => alarm.Metrics.Any(metric => metric.Name == name)
                && (code.Contains($"AlarmScope.{alarm.Definition.Scope}", StringComparison.Ordinal)
                    || code.Replace("-", "").Contains(
                        $"AlarmIds.{alarm.Definition.Id.Replace("-", "")}", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsUnproven(MetricSource metric) => IsUnproven(metric.Namespace, metric.Name);

    private static bool IsUnproven(string @namespace, string name) => Unproven.Split('\n').Any(line =>
        line.Contains($"`{@namespace}`", StringComparison.Ordinal)
        && line.Contains($"`{name}`", StringComparison.Ordinal)
        && line.Contains("`aws ", StringComparison.Ordinal));

    private static string Text(MetricSource metric) =>
        $"{metric.Namespace} {metric.Name} by {string.Join(", ", metric.Dimensions.Select(each => $"{each.Name}={each.Value}"))}";

    private static IEnumerable<(string Name, string Value)> Dimensions(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .Select(parts => (parts[0], parts[1]));

    /// <summary>The sample with a bot that chats talk to, in two locales.</summary>
    private static ContactCenterConfiguration Everything()
    {
        var sample = ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));
        return sample with
        {
            Bots = [.. sample.Bots.Select(bot => bot with { MoreLocales = ["de_DE"], Chats = true })],
            Sentiment = sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General" } },
        };
    }

    [GeneratedRegex("`aws [a-z]")]
    private static partial Regex Command();
}
