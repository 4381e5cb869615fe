using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>What a configuration changes about one alarm of the catalog.</summary>
public sealed record AlarmOverride
{
    /// <summary>False: the alarm is not deployed.</summary>
    [Description("False: the alarm is not deployed.")]
    public bool Enabled { get; set; } = true;

    /// <summary>Threshold on the metric's own scale.</summary>
    [Description("Threshold on the metric's own scale (see docs/alarms.md).")]
    public double? Threshold { get; set; }

    /// <summary>The value that counts as one severity worse, on every resource; null: it moves with the threshold.</summary>
    [Description(
        "The value that counts as one severity worse, beyond the threshold of every resource. Without it, it moves with the threshold.")]
    public double? Severe { get; set; }

    /// <summary>M of N.</summary>
    [Description("How many of the last evaluationPeriods datapoints must breach.")]
    [Range(1, 100)]
    public int? DatapointsToAlarm { get; set; }

    /// <summary>N.</summary>
    [Description("How many periods are looked at.")]
    [Range(1, 100)]
    public int? EvaluationPeriods { get; set; }

    /// <summary>Severity before the context is looked at.</summary>
    [Description("Severity before the context is looked at.")]
    public Severity? Severity { get; set; }

    /// <summary>Thresholds of single resources, by name.</summary>
    [Description("Thresholds of single resources, by name.")]
    public IReadOnlyDictionary<string, double> Resources { get; set; } = new Dictionary<string, double>();
}
