using System.Runtime.CompilerServices;

namespace ContactCenter.Core.Forecasting;

/// <summary>The ranges that the queueing formulas share.</summary>
internal static class QueueArguments
{
    public static void RequireLoad(double load, [CallerArgumentExpression(nameof(load))] string? name = null)
    {
        if (!double.IsFinite(load) || load < 0)
        {
            throw new ArgumentOutOfRangeException(name, load, "An offered load is a finite number of erlangs, 0 or more.");
        }
    }

    public static void RequireSeconds(double seconds, [CallerArgumentExpression(nameof(seconds))] string? name = null)
    {
        if (!double.IsFinite(seconds) || seconds <= 0)
        {
            throw new ArgumentOutOfRangeException(name, seconds, "A mean time is a finite number of seconds above 0.");
        }
    }

    public static void RequireShare(double share, [CallerArgumentExpression(nameof(share))] string? name = null)
    {
        if (!(share is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A share is above 0 and at most 1.");
        }
    }
}
