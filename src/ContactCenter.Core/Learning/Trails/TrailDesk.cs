using System.Collections.Immutable;
using System.Globalization;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>
/// Asks a trail while somebody waits: of a time that is short enough, and of so many files. What is left unread is told, never passed over.
/// </summary>
/// <param name="store">Where the trail is kept.</param>
/// <param name="account">The account.</param>
public sealed class TrailDesk(ITrailStore store, string account)
{
    /// <summary>The longest time that is asked about at once; the command line asks about more.</summary>
    public static readonly TimeSpan MaximumTime = TimeSpan.FromDays(7);

    /// <summary>So many files are read: some fifty a second, and a request has thirty.</summary>
    public const int MaximumFiles = 400;

    /// <summary>
    /// A file is written within some minutes of its calls (CloudTrail user guide, "How CloudTrail works"); so much later it is still
    /// looked at.
    /// </summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    /// <summary>Looks.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="region">The Region; null: all.</param>
    /// <param name="limit">At most so many calls are told, the newest of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<TrailAnswer> AskAsync(
        TrailQuestion question, string? region, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reader = new TrailReader(store, account);
        var (first, last) = (Name(question.From), Name(question.To + Late));

        // the newest first, so that what is left is the oldest, and a time that ends sooner reaches it
        string[] files =
        [
            .. (await reader.FilesAsync(question, region, cancellationToken))
                .Where(key => TrailPlaces.DayAndTime(key) is var time
                    && string.CompareOrdinal(time, first) >= 0 && string.CompareOrdinal(time, last) <= 0)
                .OrderByDescending(TrailPlaces.DayAndTime, StringComparer.Ordinal),
        ];
        var (calls, cold, unreadable) = (new List<TrailCall>(), 0, 0);
        await foreach (var file in reader.ReadAsync(files.Take(MaximumFiles), question, cancellationToken))
        {
            cold += file.Packed is null ? 1 : 0;
            unreadable += file.Packed is not null && file.Hash is null ? 1 : 0;
            calls.AddRange(file.Calls);
        }

        TrailCall[] found =
        [
            .. calls.DistinctBy(static call => call.Id)
                .OrderByDescending(static call => call.At)
                .ThenBy(static call => call.Id, StringComparer.Ordinal),
        ];
        return new TrailAnswer([.. found.Take(limit)], Math.Min(files.Length, MaximumFiles))
        {
            More = Math.Max(0, found.Length - limit),
            Unread = Math.Max(0, files.Length - MaximumFiles),
            Cold = cold,
            Unreadable = unreadable,
        };
    }

    private static string Name(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
}

/// <summary>What a trail answers.</summary>
/// <param name="Calls">The calls, the newest first.</param>
/// <param name="Files">How many files were read.</param>
public sealed record TrailAnswer(ImmutableArray<TrailCall> Calls, int Files)
{
    /// <summary>How many calls were found and are not told.</summary>
    public int More { get; init; }

    /// <summary>How many files, the oldest of the time, were not read because there are too many.</summary>
    public int Unread { get; init; }

    /// <summary>How many lie in cold storage and were not read.</summary>
    public int Cold { get; init; }

    /// <summary>How many could not be read.</summary>
    public int Unreadable { get; init; }
}
