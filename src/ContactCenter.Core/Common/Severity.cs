using System.Text.Json.Serialization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Common;

/// <summary>How bad an incident is. A lower number is worse, so comparisons read as in speech: P1 &lt; P2.</summary>
[JsonConverter(typeof(NamedEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>
    /// Critical: customers cannot get through or are not served, or we could not tell (<see cref="SeverityMeaning.Critical"/>).
    /// </summary>
    P1 = 1,

    /// <summary>High: the customer's experience is degraded significantly.</summary>
    P2 = 2,

    /// <summary>Medium: needs investigation, no immediate effect on customers.</summary>
    P3 = 3,

    /// <summary>Low: a trend, or a limit that comes closer.</summary>
    P4 = 4,
}

/// <summary>
/// What P1 means, once: code, messages and documents take the words from here (<c>docs/design/severity.md</c> has the verdict on every P1
/// of the alarm catalog).
/// </summary>
public static class SeverityMeaning
{
    /// <summary>What makes a P1, and nothing else does: neither time, nor the number of alarms, nor a repair that did not help.</summary>
    public const string Critical = $"{NotServed}, or we could not tell";

    /// <summary>The half of it for which AWS Support is asked.</summary>
    public const string NotServed = Sentences.NotServed;
}
