using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>A page of plots about one contact center, for CloudWatch and Grafana alike.</summary>
/// <param name="Id">Stable name in kebab case; part of the deployed dashboard's name.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Whom it answers which questions.</param>
/// <param name="Panels">What is on it, from top to bottom.</param>
public sealed record Dashboard(string Id, string Title, string Description, IReadOnlyList<Panel> Panels);

/// <summary>One plot, or a row of alarms.</summary>
public sealed record Panel
{
    /// <summary>Title: a question or a thing, in plain words.</summary>
    public required string Title { get; init; }

    /// <summary>How it is shown.</summary>
    public PanelKind Kind { get; init; } = PanelKind.Lines;

    /// <summary>What the numbers mean.</summary>
    public MetricScale Scale { get; init; } = MetricScale.Count;

    /// <summary>What is plotted.</summary>
    public IReadOnlyList<PanelSeries> Series { get; init; } = [];

    /// <summary>The thresholds of alarms, as lines.</summary>
    public IReadOnlyList<PanelLimit> Limits { get; init; } = [];

    /// <summary>Names of the alarms whose state is shown.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Width in twelfths of the page.</summary>
    public int Width { get; init; } = 6;
}

/// <summary>How a panel is shown.</summary>
public enum PanelKind
{
    /// <summary>Lines over time.</summary>
    Lines,

    /// <summary>The last value of each series as a number.</summary>
    Numbers,

    /// <summary>The states of alarms. Grafana has no such panel for CloudWatch alarms and leaves it out.</summary>
    AlarmStates,
}

/// <summary>The threshold of an alarm, as a line in a panel.</summary>
/// <param name="Value">The threshold, on the panel's scale.</param>
/// <param name="Label">Which alarm turns red there, and for whom.</param>
/// <param name="Severity">How bad that is.</param>
public sealed record PanelLimit(double Value, string Label, Severity Severity);

/// <summary>One line of a panel.</summary>
/// <param name="Label">What it is called: a queue, a table, a kind of incident.</param>
/// <param name="Metrics">The metrics read; bound, without placeholders.</param>
/// <param name="Expression">Metric math over their ids, or null for the one metric itself.</param>
/// <param name="Band">Width of the band of what is normal, in standard deviations, or null for none.</param>
public sealed record PanelSeries(string Label, IReadOnlyList<MetricSource> Metrics, string? Expression = null, double? Band = null);
