using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>The decreases that one table or index still has; the service's side of <see cref="DecreaseQuota"/>.</summary>
internal sealed class DecreaseCredits(DecreaseQuota quota)
{
    private DateTimeOffset _hour = DateTimeOffset.MinValue;
    private int _held = quota.Burst;

    public int Today { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public int Total { get; private set; }

    public bool CanSpend(DateTimeOffset now)
    {
        Advance(now);
        return _held > 0 && Today < quota.PerDay;
    }

    public void Spend(DateTimeOffset now)
    {
        Advance(now);
        _held--;
        Today++;
        Total++;
        Last = now;
    }

    public void Advance(DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (hour == _hour)
        {
            return;
        }

        if (hour.Date != _hour.Date)
        {
            _held = quota.Burst;
            Today = 0;
            _hour = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        }

        _held = Math.Min(quota.Burst, _held + (int)(hour - _hour).TotalHours);
        _hour = hour;
    }
}
