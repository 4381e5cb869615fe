namespace ContactCenter.Core.Escalation;

/// <summary>When people sleep, by the clock on their wall: nothing that can wait is told them then.</summary>
public static class Night
{
    /// <summary>When it begins.</summary>
    public static readonly TimeSpan Begin = TimeSpan.FromHours(22);

    /// <summary>When it ends.</summary>
    public static readonly TimeSpan End = TimeSpan.FromHours(6);

    /// <summary>Whether a time of day lies in it.</summary>
    public static bool Is(TimeSpan timeOfDay) => timeOfDay >= Begin || timeOfDay < End;
}
