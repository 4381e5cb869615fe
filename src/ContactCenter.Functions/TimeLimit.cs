using Amazon.Lambda.Core;

namespace ContactCenter.Functions;

/// <summary>Says stop shortly before Lambda ends the invocation, so that what was begun can still be written down.</summary>
internal static class TimeLimit
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    public static CancellationTokenSource Of(ILambdaContext context)
    {
        var left = context.RemainingTime;
        if (left < TimeSpan.Zero)
        {
            return new CancellationTokenSource();
        }

        return new CancellationTokenSource(left > 2 * Margin ? left - Margin : left / 2);
    }
}
