using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Dashboards;

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
