using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Tests.Evaluation;

/// <summary>Small alarms over metrics of a namespace of their own.</summary>
internal static class AlarmBuilder
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    public static AlarmDefinition Definition { get; } = new()
    {
        Id = "too-many",
        Symptom = "is too much",
        Description = "There is too much of it.",
        Scope = AlarmScope.Queue,
        Metrics = [Metric("Value")],
        Scale = MetricScale.Count,
        Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
        Threshold = 10,
        ThresholdSource = "assumption",
        DatapointsToAlarm = 2,
        EvaluationPeriods = 3,
        MissingData = MissingData.NotBreaching,
        Severity = Severity.P3,
        Group = "test",
        Owner = "operations",
        Runbook = "test",
    };

    public static MetricSource Metric(string name, string statistic = "Sum", string id = "m1", int minutes = 1) => new()
    {
        Id = id,
        Namespace = "Test",
        Name = name,
        Statistic = statistic,
        Dimensions = [new("QueueName", "Billing")],
        Period = TimeSpan.FromMinutes(minutes),
    };

    public static BoundAlarm Bind(AlarmDefinition definition) =>
        BoundAlarm.Bind(definition, "cc", "Billing", new Dictionary<string, string>());

    public static void Publish(MetricStore store, string name, int minute, double value) =>
        store.Series(MetricKey.Of(Metric(name))).Add(MetricStore.MinuteOf(Start) + minute, value);
}
