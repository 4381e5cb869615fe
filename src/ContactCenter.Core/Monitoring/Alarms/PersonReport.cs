using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>A person says that something is wrong.</summary>
/// <param name="By">Who.</param>
/// <param name="Symptom">What is wrong, in a few words.</param>
/// <param name="Text">What the person writes; may be empty.</param>
/// <param name="At">When.</param>
/// <param name="Id">What makes a repetition of it recognisable.</param>
public sealed record PersonReport(string By, string Symptom, string Text, DateTimeOffset At, string Id) : AlarmInput
{
    /// <summary>The queue that it is about, by its name in the configuration; null: the center as a whole.</summary>
    public string? Queue { get; init; }

    /// <summary>By which way it was said, such as <c>slack #ops</c>; null: that is not known.</summary>
    public string? Through { get; init; }

    /// <summary>How bad the person says it is; null: the number of those who say so decides.</summary>
    public Severity? Asked { get; init; }
}
