using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Core.Notifications.Status;

/// <summary>What a person wants to be published.</summary>
public sealed record SaidStatus
{
    /// <summary>The notice that it belongs to; null: a new one.</summary>
    public int? Notice { get; init; }

    /// <summary>The incident that it is about; null: none.</summary>
    public string? Incident { get; init; }

    /// <summary>Since when; null: since now.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How far one is.</summary>
    public required NoticePhase Phase { get; init; }

    /// <summary>What is affected; null: what was.</summary>
    public IReadOnlyDictionary<string, ComponentState>? Components { get; init; }

    /// <summary>The words by language.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>When the next update comes; null: with the end of it none does.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>True: it puts right what was said before.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Who has approved the words.</summary>
    public required string ApprovedBy { get; init; }
}

/// <summary>Why something is not published.</summary>
public enum StatusRefusal
{
    /// <summary>There is no open notice of this number.</summary>
    NoSuchNotice,

    /// <summary>There is no such component.</summary>
    NoSuchComponent,

    /// <summary>A new notice says what is affected.</summary>
    NothingAffected,

    /// <summary>The words are missing in a language, or longer than anybody reads.</summary>
    Words,

    /// <summary>While it is not over, the next update has a time, within a day.</summary>
    NextUpdate,
}

/// <summary>Decides what the record is after something was published. Nothing that was said is taken away: it is corrected.</summary>
public static class StatusBook
{
    /// <summary>Longer words nobody reads.</summary>
    public const int MaximumWords = 1000;

    /// <summary>What is over is kept so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private static readonly TimeSpan LatestUpdate = TimeSpan.FromDays(1);

    /// <summary>The record with it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="said">What is to be published.</param>
    /// <param name="page">What the page tells of.</param>
    /// <param name="now">The time.</param>
    public static (StatusRecord? Record, StatusNotice? Notice, StatusRefusal? Refusal) Publish(
        StatusRecord record, SaidStatus said, StatusPageSettings page, DateTimeOffset now)
    {
        var known = record.Notices.FirstOrDefault(notice => notice.Number == said.Notice && (notice.IsOpen || said.IsCorrection));
        var components = said.Components?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? known?.Components;
        var words = page.Languages.ToImmutableDictionary(
            static language => language,
            language => CleanText.Paragraphs(said.Words.GetValueOrDefault(language) ?? "", MaximumWords + 1).Trim(),
            StringComparer.Ordinal);
        StatusRefusal? refusal =
            said.Notice is not null && known is null ? StatusRefusal.NoSuchNotice
            : components is null or { Count: 0 } ? StatusRefusal.NothingAffected
            : components.Keys.Except(page.Components.Select(static one => one.Id)).Any() ? StatusRefusal.NoSuchComponent
            : words.Values.Any(static text => text.Length is 0 or > MaximumWords) ? StatusRefusal.Words
            : said.Phase != NoticePhase.Resolved && !(said.NextUpdateAt > now && said.NextUpdateAt <= now + LatestUpdate)
                ? StatusRefusal.NextUpdate
                : null;
        if (refusal is not null)
        {
            return (null, null, refusal);
        }

        var update = new StatusUpdate(now, said.Phase, words) { ApprovedBy = said.ApprovedBy, IsCorrection = said.IsCorrection };
        var notice = known is null
            ? new StatusNotice
            {
                Number = record.Notices.IsEmpty ? 1 : record.Notices[^1].Number + 1,
                Incident = said.Incident,
                Since = said.Since is { } since && since <= now ? since : now,
                Components = components!,
                Updates = [update],
            }
            : known with { Components = components!, Updates = known.Updates.Add(update) };
        notice = notice with { NextUpdateAt = said.Phase == NoticePhase.Resolved ? null : said.NextUpdateAt };
        var notices = known is null ? record.Notices.Add(notice) : record.Notices.Replace(known, notice);
        return (record with { Notices = [.. notices.Where(one => one.IsOpen || now - one.Updates[^1].At < Kept)] }, notice, null);
    }
}
