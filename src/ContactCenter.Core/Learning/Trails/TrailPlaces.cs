using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>Where CloudTrail puts its files (CloudTrail user guide, "CloudTrail log file examples").</summary>
public static partial class TrailPlaces
{
    /// <summary>What keys of files of calls begin with, down to the Regions.</summary>
    /// <param name="account">The account.</param>
    public static string Calls(string account) => $"AWSLogs/{account}/CloudTrail/";

    /// <summary>The same of digests.</summary>
    /// <param name="account">The account.</param>
    public static string Digests(string account) => $"AWSLogs/{account}/CloudTrail-Digest/";

    /// <summary>The folders of the days in which files about a time may lie: they come late, and a digest an hour later still.</summary>
    /// <param name="region">A folder of a Region.</param>
    /// <param name="from">From then on.</param>
    /// <param name="to">Before then.</param>
    public static IEnumerable<string> Days(string region, DateTimeOffset from, DateTimeOffset to)
    {
        var last = DateOnly.FromDateTime(to.UtcDateTime).AddDays(1);
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= last; day = day.AddDays(1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{region}{day:yyyy'/'MM'/'dd}/");
        }
    }

    /// <summary>The Region of a key.</summary>
    /// <param name="key">The key of a file of calls or of a digest.</param>
    internal static string RegionOf(string key) => key.Split('/') is [_, _, _, var region, ..] ? region : "";

    /// <summary>The chain of a digest: those of a Region name each other, and so do those that CloudTrail has added later.</summary>
    /// <param name="key">Its key.</param>
    internal static string ChainOf(string key) =>
        key.Contains("_backfill", StringComparison.Ordinal) ? $"{RegionOf(key)} later" : RegionOf(key);

    /// <summary>How <see cref="DayAndTime"/> writes a time, in UTC.</summary>
    internal const string TimeFormat = "yyyyMMdd'T'HHmm";

    /// <summary>The time that a key ends with, in a form that sorts: <c>20261130T0815</c> of files, with seconds of digests.</summary>
    /// <param name="key">The key.</param>
    internal static string DayAndTime(string key) => Time().Match(key) is { Success: true } time ? time.Value : "";

    [GeneratedRegex("[0-9]{8}T[0-9]{4}(?=[0-9]{0,2}Z)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Time();
}
