namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// The time of a message, believed only where the message can know it. A state that is dated ahead would stay the newest one for ever:
/// no later change of its alarm would count, and its incident would neither end nor be late. One that is dated far back would have lasted
/// for years. Hours are believed: CloudWatch tells at the end of a mute what began before it; and so is whatever its envelope confirms.
/// </summary>
/// <param name="At">The time that counts.</param>
/// <param name="Claimed">The time that the message told, where that is not believed; else null.</param>
internal readonly record struct ToldTime(DateTimeOffset At, DateTimeOffset? Claimed)
{
    /// <summary>Clocks of services differ by seconds; what is further ahead of its receipt is forged or broken.</summary>
    public static readonly TimeSpan MaximumAhead = TimeSpan.FromMinutes(5);

    /// <summary>A mute lasts 15 days at most (CloudWatch API reference, PutAlarmMuteRule); nothing else tells of older states.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromDays(15);

    /// <summary>Judges the time of a message by the time of its receipt.</summary>
    /// <param name="told">The time that the message tells.</param>
    /// <param name="sent">When its envelope was sent, or null; unlike the time of receipt it is the same when it is delivered
    /// again.</param>
    /// <param name="now">The time of receipt.</param>
    public static ToldTime Of(DateTimeOffset told, DateTimeOffset? sent, DateTimeOffset now)
    {
        var latest = now + MaximumAhead;
        var known = sent is { } envelope && envelope <= latest ? envelope : now;
        return told <= latest && known - told <= MaximumAge ? new ToldTime(told, null) : new ToldTime(known, told);
    }
}
