using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>Which synthetic contacts are begun now. Pure.</summary>
public static class SyntheticPlan
{
    /// <summary>What went wrong, or could not be tried, is tried again after so long: an outage is told after two tries.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>The contacts to begin, those first that have waited longest.</summary>
    /// <param name="contacts">All of them.</param>
    /// <param name="state">What is known of them.</param>
    /// <param name="settings">How often, and how many at a time.</param>
    /// <param name="callsPercent">Share of the quota of concurrent calls that is in use, in percent; null: nobody knows.</param>
    /// <param name="now">When it is asked.</param>
    public static SyntheticPlanned Next(
        IReadOnlyList<SyntheticContact> contacts, SyntheticState state, SyntheticSettings settings, double? callsPercent,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(settings);
        var tracks = state.Tracks.ToDictionary(static track => track.Contact, StringComparer.Ordinal);
        var room = settings.AtOnce - state.Tracks.Count(static track => track.Execution is not null);
        var isDialling = contacts.Any(contact => contact.From is not null && tracks.GetValueOrDefault(contact.Id)?.Execution is not null);
        SyntheticContact[] due =
        [
            .. contacts
                .Where(contact => contact.From is null || !isDialling)
                .Select(contact => (
                    Contact: contact, DueAt: DueAt(contact, tracks.GetValueOrDefault(contact.Id), state.ChangedAt, settings, now)))
                .Where(one => one.DueAt <= now)
                .OrderBy(static one => one.DueAt)
                .ThenBy(static one => one.Contact.Id, StringComparer.Ordinal)
                .Select(static one => one.Contact),
        ];

        // a call is known by the number that calls, so there is one at a time; and first, because its minutes run from now
        var dialled = Array.Find(due, static contact => contact.From is not null);
        return callsPercent >= settings.MaximumCallsPercent
            ? new SyntheticPlanned([], due.Length > 0)
            : new SyntheticPlanned(
                [
                    .. due.Where(contact => contact.From is null || contact == dialled)
                        .Take(Math.Max(0, room))
                        .OrderBy(static contact => contact.From is null),
                ],
                IsHeld: false);
    }

    /// <summary>When a contact is begun next; null while it is under way.</summary>
    private static DateTimeOffset? DueAt(
        SyntheticContact contact, SyntheticTrack? track, DateTimeOffset? changedAt, SyntheticSettings settings, DateTimeOffset now)
    {
        if (track?.BegunAt is not { } begun)
        {
            return DateTimeOffset.MinValue;
        }

        if (track.Execution is not null)
        {
            return null;
        }

        // whatever was begun before a change was quiet says nothing of it; numbers and carriers are not what is changed there
        var regular = begun + (contact.Every ?? settings.Every);
        if (contact.From is null && changedAt + settings.AfterChange is { } settled && begun < settled && settled <= now)
        {
            return settled;
        }

        // what is told to be written wrongly, and waits for somebody, is no outage of which the end must be known soon
        var isWrong = track.Ends is [.., { Result: SyntheticResult.Wrong }]
            && (track.HasPassed || track.Ends.Count(static end => end.Result == SyntheticResult.Wrong) < SyntheticRating.WrongEnds);
        var isDoubtful = track.Failures == 1 || isWrong;
        return isDoubtful && begun + Again < regular ? begun + Again : regular;
    }
}

/// <summary>What is begun.</summary>
/// <param name="Begun">The contacts.</param>
/// <param name="IsHeld">Whether some were due and none is begun, because customers need the calls.</param>
public sealed record SyntheticPlanned(IReadOnlyList<SyntheticContact> Begun, bool IsHeld);
