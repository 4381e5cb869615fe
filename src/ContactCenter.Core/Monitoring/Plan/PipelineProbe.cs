using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// A made-up alarm change that walks the way of a real one (topic, triage, transaction, stream, delivery) and tells nobody; its arrival
/// is a heartbeat. It cannot hide a real alarm: it is a <see cref="MadeUpAlarm"/> with a correlation of its own; and whoever forges one
/// only makes the heartbeat prove that the pipeline works, which it then does.
/// </summary>
public sealed class PipelineProbe
{
    /// <summary>
    /// After this a probe has not arrived: the clock would carry out an effect that the stream lost two minutes after it was decided, and
    /// a dead stream must not look alive.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Clocks of services differ by less; a probe from further ahead is none, because those after it would count as old.</summary>
    private static readonly TimeSpan MaximumAhead = TimeSpan.FromSeconds(5);

    private readonly MadeUpAlarm _alarm;

    /// <summary>The probe of a configuration's deployment.</summary>
    public PipelineProbe(ContactCenterConfiguration configuration)
    {
        _alarm = Alarm(configuration);
        Key = new CorrelationKey("probe", _alarm.Name, _alarm.Location);
    }

    /// <summary>The correlation of all probes.</summary>
    public CorrelationKey Key { get; }

    /// <summary>The message that a schedule publishes to the alarm topic.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="at">The time of the probe, in ISO 8601, or what the schedule writes it in place of.</param>
    public static string Message(ContactCenterConfiguration configuration, string at) =>
        // Scheduler looks for its own words in angle brackets, which JSON may write in another way
        Alarm(configuration).Message(isRed: true, "Made up by a schedule, to prove that alarms get through.", at).ToJsonString()
            .Replace("\\u003C", "<", StringComparison.Ordinal)
            .Replace("\\u003E", ">", StringComparison.Ordinal);

    /// <summary>Whether a change is a probe and nothing else.</summary>
    public bool Is(AlarmChange change) => change.State == AlarmState.Alarm && _alarm.Is(change);

    /// <summary>Whether a probe that was sent then is of use now: neither late nor from the future.</summary>
    public static bool IsInTime(DateTimeOffset sent, DateTimeOffset now) => now - sent <= Limit && sent - now <= MaximumAhead;

    /// <summary>
    /// Number of the probe among all effects of its correlation: the minute since 1970, so a probe that is delivered twice is one.
    /// </summary>
    internal static string Number(DateTimeOffset sent) => (sent.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);

    private static MadeUpAlarm Alarm(ContactCenterConfiguration configuration) => new(configuration, "probe");
}
