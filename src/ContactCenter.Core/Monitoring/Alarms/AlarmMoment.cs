namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>An alarm took a state at a moment.</summary>
/// <param name="At">When, by CloudWatch's clock.</param>
/// <param name="State">The state.</param>
public readonly record struct AlarmMoment(DateTimeOffset At, AlarmState State) : IComparable<AlarmMoment>
{
    /// <summary>By time; of two states at the same time the worse one counts as later, so that order of arrival does not matter.</summary>
    public int CompareTo(AlarmMoment other) =>
        At.CompareTo(other.At) is var byTime and not 0 ? byTime : State.CompareTo(other.State);

    /// <summary>Earlier than.</summary>
    public static bool operator <(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) >= 0;
}
