using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Notifications.Reach;

namespace ContactCenter.Core.Learning.Reminders;

/// <summary>Who is reminded when, and of which actions. Pure.</summary>
public static class ReminderPlan
{
    /// <summary>An action is told on its day, and so many days later again and again.</summary>
    public const int EveryDays = 7;

    /// <summary>
    /// Where a reminder wakes nobody and opens no ticket: a text message or a call would be more than it is worth, and tickets, tasks and
    /// cases of other tools have reminders of their own.
    /// </summary>
    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Slack, Channel.Teams];

    /// <summary>
    /// Where reminders go: the endpoints of the audiences that the settings name, of all actions; and those of everybody who takes turns
    /// on call, of their own, unless all of them are told there. Each once, for each person who shares it.
    /// </summary>
    public static IReadOnlyList<TestedEndpoint> Endpoints(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.Messages.ActionReminders is not { } settings)
        {
            return [];
        }

        var all = TestedEndpoint.Each(configuration)
            .Where(static one => Channels.Contains(one.Endpoint.Channel) && !one.Endpoint.Fallback).ToArray();
        TestedEndpoint[] told =
        [
            .. all.Where(one => one.Person is null && settings.To.Contains(one.Audience, StringComparer.Ordinal)).DistinctBy(Place),
        ];
        return
        [
            .. told,
            .. all.Where(one => one.Person is not null && !told.Select(Place).Contains(Place(one)))
                .DistinctBy(static one => (Place(one), one.Person!.Name)),
        ];
    }

    private static (Channel Channel, string To, string? Secret) Place(TestedEndpoint one) =>
        (one.Endpoint.Channel, one.Endpoint.To.ToUpperInvariant(), one.Endpoint.Secret);

    /// <summary>
    /// The day by the clock of a reader, where a reminder may arrive now: from Monday to Friday, from its time until the evening.
    /// </summary>
    public static DateOnly? DayOf(ActionReminderSettings settings, Reader reader, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(reader);
        var local = TimeZoneInfo.ConvertTime(now, reader.Zone ?? TimeZoneInfo.Utc).DateTime;
        var clock = TimeOnly.FromDateTime(local);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && clock >= settings.At && clock < ReachPlan.DayEnds
            ? DateOnly.FromDateTime(local)
            : null;
    }

    /// <summary>
    /// What is told at an endpoint on a day: everything whose day has come and that is not done, the longest overdue first; nothing where
    /// none of it has its turn since the last reminder, so that one action is told once a week, and a day has one message at most.
    /// </summary>
    /// <param name="reviews">The newest version of each review.</param>
    /// <param name="person">Who reads there and is told of their own actions alone; null: of all.</param>
    /// <param name="today">The day by the clock of the reader.</param>
    /// <param name="last">The day of the last reminder there; null: there was none.</param>
    public static ImmutableArray<OpenAction> Told(IEnumerable<ReviewVersion> reviews, string? person, DateOnly today, DateOnly? last)
    {
        ImmutableArray<OpenAction> due =
        [
            .. OpenAction.Of(reviews, today).Where(one => one.Action.Due <= today && (person is null || IsOf(one.Action, person))),
        ];
        var since = last > today.AddDays(-EveryDays) ? last.Value : today.AddDays(-EveryDays);
        return due.Any(one => HasTurn(one.Action.Due!.Value, since, today)) ? due : [];
    }

    private static bool IsOf(ActionItem action, string person) =>
        string.Equals(action.Owner?.Trim(), person.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the days on which an action is told lies after one day and not after another.</summary>
    private static bool HasTurn(DateOnly due, DateOnly after, DateOnly until)
    {
        var days = until.DayNumber - due.DayNumber;
        return days >= 0 && until.AddDays(-(days % EveryDays)) > after;
    }
}
