using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>What CloudWatch, Amazon Connect and a reader at night ask of every entry of the catalog.</summary>
public sealed partial class AlarmCatalogTests
{
    private static readonly IReadOnlyList<AlarmDefinition> Definitions = AlarmCatalog.Default.Definitions;

    [Fact]
    public void Every_id_is_unique_and_in_kebab_case()
    {
        Assert.Equal(Definitions.Count, Definitions.Select(definition => definition.Id).Distinct().Count());
        AllHold(definition => KebabCase().IsMatch(definition.Id));
    }

    [Fact]
    public void All_metrics_of_an_expression_are_read_by_one_period() =>
        AllHold(definition => definition.Metrics.Select(metric => metric.Period).Distinct().Count() == 1);

    [Fact]
    public void A_second_definition_of_an_id_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AlarmCatalog([Definitions[0], Definitions[0]]));

    [Fact]
    public void Task_and_email_utilisation_is_read_every_five_minutes()
    {
        var metrics = Definitions.SelectMany(definition => definition.Metrics)
            .Where(metric =>
                metric.Name.StartsWith("ConcurrentTasks", StringComparison.Ordinal)
                    || metric.Name.StartsWith("ConcurrentEmails", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(metrics);
        Assert.All(metrics, metric => Assert.Equal(TimeSpan.FromMinutes(5), metric.Period));
    }

    [Fact]
    public void Periods_are_such_as_CloudWatch_accepts() =>
        AllHold(definition =>
            definition.Metrics.All(metric => metric.Period > TimeSpan.Zero && metric.Period.Ticks % TimeSpan.TicksPerMinute == 0));

    [Fact]
    public void M_is_at_least_one_and_at_most_N() =>
        AllHold(definition => definition.DatapointsToAlarm >= 1 && definition.DatapointsToAlarm <= definition.EvaluationPeriods);

    [Fact]
    public void N_periods_fit_into_the_day_that_CloudWatch_looks_at() =>
        AllHold(definition => definition.EvaluationPeriods * definition.Metrics.Max(metric => metric.Period) <= TimeSpan.FromDays(1));

    [Fact]
    public void Every_threshold_is_on_its_scale() =>
        AllHold(definition => definition.AnomalyBand is not null || IsOn(definition.Scale, definition.Threshold));

    [Fact]
    public void Every_severe_value_is_on_its_scale_and_beyond_the_threshold() => AllHold(definition =>
        definition.Severe is not { } severe
        || (IsOn(definition.Scale, severe) && (IsBelow(definition) ? severe < definition.Threshold : severe > definition.Threshold)));

    [Fact]
    public void Anomaly_operators_go_with_a_band_and_only_with_one() =>
        AllHold(definition => (definition.AnomalyBand is > 0) == definition.Comparison is AlarmComparison.GreaterThanUpperThreshold
            or AlarmComparison.LessThanLowerThreshold or AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold);

    [Fact]
    public void Statistics_are_such_as_CloudWatch_knows() =>
        AllHold(definition => definition.Metrics.All(metric => Statistic().IsMatch(metric.Statistic)));

    [Fact]
    public void An_expression_uses_exactly_the_metrics_that_are_read()
    {
        AllHold(definition => (definition.Expression is null) == (definition.Metrics.Count == 1));
        AllHold(definition =>
            definition.Expression is null || Identifiers(definition.Expression).SetEquals(definition.Metrics.Select(metric => metric.Id)));
    }

    [Fact]
    public void Metric_ids_begin_with_a_small_letter_and_are_unique_in_their_alarm() => AllHold(definition =>
        definition.Metrics.All(metric => MetricId().IsMatch(metric.Id))
            && definition.Metrics.DistinctBy(metric => metric.Id).Count() == definition.Metrics.Count);

    [Fact]
    public void An_alarm_reads_at_most_ten_metrics_and_expressions() =>
        AllHold(definition => definition.Metrics.Count + (definition.Expression is null ? 0 : 1) <= 10);

    [Fact]
    public void No_metric_names_a_unit_because_the_services_units_are_inconsistent() =>
        Assert.DoesNotContain(typeof(MetricSource).GetProperties(), property => property.Name == "Unit");

    /// <summary>A hook that times out in a call leaves no error of Lex; the others are of V1, spelled otherwise, or of nobody.</summary>
    [Theory]
    [InlineData("RuntimeLambdaErrors")]
    [InlineData("RuntimeSuccessfulRequestLatency")]
    [InlineData("MissedUtteranceCount")]
    [InlineData("ConcurrentActiveTasks")]
    public void No_alarm_reads_what_was_never_published_of_a_call(string metric) =>
        AllHold(definition => definition.Metrics.All(read => read.Name != metric));

    [Fact]
    public void Only_silence_of_the_heartbeat_is_a_breach() =>
        AllHold(definition =>
            definition.MissingData == (definition.Id == "heartbeat-missing" ? MissingData.Breaching : MissingData.NotBreaching));

    [Fact]
    public void Every_symptom_fits_into_a_headline() =>
        AllHold(definition => definition.Symptom.Split(' ').Length is >= 2 and <= 6 && !definition.Symptom.EndsWith('.'));

    [Fact]
    public void Every_description_is_a_sentence() =>
        AllHold(definition => char.IsUpper(definition.Description[0]) && definition.Description.EndsWith('.'));

    [Fact]
    public void Every_alarm_has_an_owner_and_a_source_for_its_threshold()
    {
        AllHold(definition => definition.Owner is "operations" or "engineering" or "workforce");
        AllHold(definition => definition.ThresholdSource.Length > 0);
        AllHold(definition => KebabCase().IsMatch(definition.Group) && KebabCase().IsMatch(definition.Runbook));
    }

    [Fact]
    public void A_P1_is_what_says_that_customers_are_not_served_or_that_nobody_can_tell() =>
        AllHold(definition =>
            (definition.Severity == Severity.P1) == definition.Customers is CustomerService.NotServed or CustomerService.Unknown);

    [Fact]
    public void An_alarm_on_this_system_says_itself_which_parts_it_watches_and_no_other_does() =>
        AllHold(definition => (definition.Scope == AlarmScope.System) == definition.Parts is not null);

    [Fact]
    public void Only_the_heartbeat_is_a_P1_because_nobody_can_tell() =>
        Assert.Equal(
            ["heartbeat-missing"],
            Definitions.Where(definition => definition.Customers == CustomerService.Unknown).Select(definition => definition.Id));

    [Theory]
    [InlineData(
        "call-volume-unusual",
        "concurrent-calls",
        "queue-wait-time",
        "function-errors",
        "abandonment-rate",
        "agent-availability",
        "agent-utilisation")]
    [InlineData(
        "table-read-capacity",
        "table-write-capacity",
        "ivr-response-time",
        "api-failures",
        "speech-recognition-errors",
        "sentiment",
        "heartbeat-missing")]
    public void Everything_that_the_operations_manual_asks_for_is_there(params string[] ids) =>
        Assert.All(ids, id => Assert.NotNull(AlarmCatalog.Default.Find(id)));

    private static void AllHold(Func<AlarmDefinition, bool> rule) =>
        Assert.Empty(Definitions.Where(definition => !rule(definition)).Select(definition => definition.Id));

    private static bool IsOn(MetricScale scale, double value) => scale switch
    {
        MetricScale.Fraction => value is > 0 and <= 1,
        MetricScale.Percent => value is 0 or (>= 1 and <= 100),
        MetricScale.Score => value is >= -1 and <= 1,
        _ => value >= 0,
    };

    private static bool IsBelow(AlarmDefinition definition) =>
        definition.Comparison is AlarmComparison.LessThanThreshold
            or AlarmComparison.LessThanOrEqualToThreshold
            or AlarmComparison.LessThanLowerThreshold;

    private static HashSet<string> Identifiers(string expression) => [.. Identifier().Matches(expression).Select(match => match.Value)];

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^(Sum|Average|Maximum|Minimum|SampleCount|p[0-9]{1,2}(\\.[0-9]+)?)$")]
    private static partial Regex Statistic();

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$")]
    private static partial Regex MetricId();

    /// <summary>Names in small letters; CloudWatch writes functions and key words in capitals.</summary>
    [GeneratedRegex("\\b[a-z][a-zA-Z0-9_]*\\b")]
    private static partial Regex Identifier();
}
