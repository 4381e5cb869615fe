using System.Globalization;

namespace ContactCenter.Cli.Simulate;

/// <summary>How fast a simulation runs.</summary>
/// <param name="TimesReal">Simulated time by real time; null: as fast as the machine can.</param>
internal sealed record Speed(double? TimesReal)
{
    /// <summary>A whole scenario in this time is what a person can follow.</summary>
    private static readonly TimeSpan Followable = TimeSpan.FromSeconds(30);

    /// <summary>Reads <c>max</c>, <c>follow</c> or a number such as 60 (an hour in a minute); null when it is none of these.</summary>
    public static Speed? Parse(string text, TimeSpan length) => text.ToLowerInvariant() switch
    {
        "max" => new Speed((double?)null),
        "follow" => new Speed(length / Followable),
        _ =>
            double.TryParse(text.TrimEnd('x', 'X'), NumberStyles.Float, CultureInfo.InvariantCulture, out var times)
                && times > 0
                && double.IsFinite(times)
            ? new Speed(times)
            : null,
    };

    /// <summary>Real time for a simulated minute.</summary>
    public TimeSpan PerMinute => TimesReal is { } times ? TimeSpan.FromMinutes(1) / times : TimeSpan.Zero;
}
