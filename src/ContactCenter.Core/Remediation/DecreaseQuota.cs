namespace ContactCenter.Core.Remediation;

/// <summary>
/// How often a table or an index may be made smaller: credits that start full at midnight UTC and come back by the hour. The default
/// is the service's own (four to start with, one more per hour, 27 in a day); an account can have more.
/// Source: Amazon DynamoDB developer guide, "Service, account, and table quotas", provisioned throughput decreases.
/// </summary>
/// <param name="Burst">Credits held at midnight UTC, and the most that can be held.</param>
/// <param name="PerDay">Decreases in one UTC day.</param>
public sealed record DecreaseQuota(int Burst, int PerDay)
{
    /// <summary>Four at midnight, one per hour, 27 a day.</summary>
    public static DecreaseQuota Default { get; } = new(4, 27);

    /// <summary>
    /// The fewest decreases that are surely still allowed, from what DescribeTable tells: nobody but the service knows the credits
    /// themselves, so this is the lower bound over every history that fits.
    /// </summary>
    /// <param name="today"><c>NumberOfDecreasesToday</c>.</param>
    /// <param name="last"><c>LastDecreaseDateTime</c>, if there was one.</param>
    /// <param name="now">The clock.</param>
    public int SurelyLeft(int today, DateTimeOffset? last, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (last is null || last < midnight)
        {
            return Math.Min(Burst, PerDay);
        }

        // What was not spent of the credits at midnight, or what has come back since the last decrease: whichever is more is there.
        var cameBack = (int)Math.Floor((now - last.Value).TotalHours);
        var held = Math.Min(Burst, Math.Max(Burst - today, cameBack));
        return Math.Clamp(PerDay - today, 0, Math.Max(0, held));
    }
}
