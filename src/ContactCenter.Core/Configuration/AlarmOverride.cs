using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>How alarms of another system are read from its JSON, which comes by SNS or EventBridge.</summary>
public sealed record ForeignAlarmSettings
{
    [Description("The other system as messages name it, such as PRTG.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Name { get; set; }

    [Description("Path of a list of alarms, such as alerts; the other paths begin in each of them. Without it the message is one alarm.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Alerts { get; set; }

    [Description("Path of what it is called, such as sensor.name.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public required string Title { get; set; }

    [Description("Path of the state, such as status.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public required string State { get; set; }

    [Description("Values of the state that say that something is wrong, such as Down.")]
    public required IReadOnlyList<string> Red { get; set; }

    [Description("Values of the state that say that it is over, such as Up. What has another state is read by a person.")]
    public required IReadOnlyList<string> Over { get; set; }

    [Description("Path of how bad it is. Without it, and where no severity is found, it is a P3.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Severity { get; set; }

    [Description("What values at severity mean, such as \"5\": \"P1\". Usual words (critical, error, warning, info, P1 …) are known.")]
    public IReadOnlyDictionary<string, Severity> Severities { get; set; } = new Dictionary<string, Severity>();

    [Description("Path of what is the same in all messages about one incident, such as sensor.id. Without it the title is.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Key { get; set; }

    [Description("Path of a text for people.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Text { get; set; }

    [Description("Path of the address of its page.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Link { get; set; }

    [Description("Path of when it took the state: ISO 8601, or Unix time. Without it, when the message was sent.")]
    [RegularExpression(JsonPath.Pattern, ErrorMessage = JsonPath.Meaning)]
    public string? Time { get; set; }
}

/// <summary>What a configuration changes about one alarm of the catalog.</summary>
public sealed record AlarmOverride
{
    [Description("False: the alarm is not deployed.")]
    public bool Enabled { get; set; } = true;

    [Description("Threshold on the metric's own scale (see docs/alarms.md).")]
    public double? Threshold { get; set; }

    [Description(
        "The value that counts as one severity worse, beyond the threshold of every resource. Without it, it moves with the threshold.")]
    public double? Severe { get; set; }

    [Description("How many of the last evaluationPeriods datapoints must breach.")]
    [Range(1, 100)]
    public int? DatapointsToAlarm { get; set; }

    [Description("How many periods are looked at.")]
    [Range(1, 100)]
    public int? EvaluationPeriods { get; set; }

    [Description(
        "True: where datapoints are missing the alarm keeps its state, so that a gap is neither its end nor a new begin. "
        + "Not for one that tells that they are missing.")]
    public bool IgnoreMissing { get; set; }

    [Description("Severity before the context is looked at.")]
    public Severity? Severity { get; set; }

    [Description("Thresholds of single resources, by name.")]
    public IReadOnlyDictionary<string, double> Resources { get; set; } = new Dictionary<string, double>();
}
