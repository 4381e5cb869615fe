using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>Alarm changes with the same key belong to the same incident.</summary>
/// <param name="Group">Correlation group of the catalog, such as <c>queue</c>.</param>
/// <param name="Resource">The queue, table, function … that is broken.</param>
/// <param name="Location">Account and Region, so that two of them never share an incident.</param>
public readonly record struct CorrelationKey(string Group, string Resource, string Location)
{
    /// <summary>Group of the incident that collects an alarm storm.</summary>
    public const string StormGroup = "storm";

    /// <summary>Group of messages that are not alarms.</summary>
    public const string UnrecognisedGroup = "unrecognised";

    /// <summary>Group of what people report.</summary>
    public const string ReportedGroup = "reported";

    /// <summary>Group of alarms of other systems.</summary>
    public const string ForeignGroup = "foreign";

    /// <summary>Group of exercises; no alarm can name it (<see cref="ExerciseAlarm"/>).</summary>
    public const string ExerciseGroup = "exercise";

    /// <summary>Short name of the key, the first part of the ids of its incidents.</summary>
    [JsonIgnore]
    public string Code => Fingerprint.Of($"{Location}\n{Group}\n{Resource}");

    /// <summary>The key under which a storm of this location is collected.</summary>
    public static CorrelationKey Storm(string location) => new(StormGroup, "many resources", location);

    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{Resource}";
}
