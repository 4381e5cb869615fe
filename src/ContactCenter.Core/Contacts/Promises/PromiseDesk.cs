using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>
/// Looks at every contact that is watched: counts which are near or past their promise, tells who is to know, once for each contact and
/// reason and in one message for each audience, and closes what is over.
/// </summary>
/// <param name="contacts">Contacts that are watched.</param>
/// <param name="queues">What Amazon Connect says of queues, which bounds what events say.</param>
/// <param name="channels">Sends notices.</param>
/// <param name="desk">How people read.</param>
/// <param name="notebook">Remembers when an audience was told last.</param>
/// <param name="decided">What people have decided while the center runs, as when it is closed.</param>
/// <param name="configuration">What is promised, and who is told.</param>
/// <param name="sentiments">How contacts sound.</param>
/// <param name="outcomes">Keeps how contacts ended; null: nothing is learned of routes.</param>
public sealed class PromiseDesk(
    IPromisedContacts contacts, IQueueStateStore queues, INoticeChannel channels, IncidentDesk desk, INotebook notebook,
    SettingsView decided, ContactCenterConfiguration configuration, ISentimentStore sentiments, IContactOutcomes? outcomes = null)
{
    /// <summary>What notes begin with that say when an audience was told.</summary>
    public const string NotePrefix = "contacts-told-";

    /// <summary>Contacts of one message: nobody reads on, and each is an item to write.</summary>
    private const int MaximumTold = 50;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);

    /// <summary>Looks once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    public async Task<PromiseLook> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = configuration.Contacts;
        var calendar = (await decided.GetAsync()).Calendar;
        var states = await StatesAsync(now, cancellationToken);
        var byDefault = NamedQueue.Find(configuration.Routing.DefaultQueue, configuration)
            ?? (configuration.Queues is [var first, ..] ? first : null);
        var counts = settings.Promises.ToDictionary(
            static promise => promise.Name, static _ => (Near: 0, Past: 0), StringComparer.Ordinal);
        var untold = new List<(string Audience, EscalatedContact Contact)>();
        var closed = 0;
        foreach (var contact in await contacts.AllAsync(cancellationToken))
        {
            if (ContactPromises.Find(settings, contact.Topic, contact.Segment, contact.Channel, contact.Messaging)
                is not { } promise)
            {
                // promised when it came, and not any more
                _ = await contacts.RemoveAsync(contact.Id, cancellationToken);
                continue;
            }

            if (contact.IsOver(now) || contact.IsLost(now))
            {
                closed += await CloseAsync(contact, promise, calendar, now, cancellationToken) ? 1 : 0;
                continue;
            }

            var outlook = PromiseCheck.Of(
                contact, promise, settings, calendar, states, byDefault?.Name, now, await TrendAsync(contact, cancellationToken));
            var (near, past) = counts[promise.Name];
            counts[promise.Name] = outlook.Worst switch
            {
                PromiseState.Near => (near + 1, past),
                PromiseState.Past => (near, past + 1),
                _ => (near, past),
            };
            EscalationReason[] reasons = [.. outlook.Reasons.Where(reason => !contact.Told.Contains(reason.Code))];
            if (reasons.Length > 0 && settings.Escalation is { } rules)
            {
                untold.Add((promise.Audience ?? rules.Audience, new EscalatedContact(contact, reasons)));
            }
        }

        var (told, refused) = await TellAsync(untold, now, cancellationToken);
        return new PromiseLook(
            [.. counts.Select(static one => new PromiseStanding(one.Key, one.Value.Near, one.Value.Past))], told, refused, closed);
    }

    /// <summary>States that are older than the hooks would take say nothing; nor do those that cannot be read.</summary>
    private async Task<QueueStates?> StatesAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await queues.ReadAsync(cancellationToken) is { } states && now - states.At < QueueStates.StaleAfter ? states : null;

    /// <summary>How a contact goes that an agent has and of which nobody was told so; null where nobody asks. A read for each.</summary>
    private async Task<ContactTrend?> TrendAsync(PromisedContact contact, CancellationToken cancellationToken)
    {
        if (configuration.Contacts.Escalation?.Worsening != true || contact.AnsweredAt is null
            || contact.Told.Contains(EscalationReason.WorseningCode))
        {
            return null;
        }

        ContactTrend? worst = null;
        foreach (var part in contact.Parts.Except(contact.Over))
        {
            if (await sentiments.FindAsync(part, cancellationToken) is { } known && ContactTrend.Of(known) is { } trend
                && (worst is null || trend.Score < worst.Score))
            {
                worst = trend;
            }
        }

        return worst;
    }

    private async Task<bool> CloseAsync(
        PromisedContact contact, ContactPromise promise, BusinessCalendar calendar, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // whoever has removed it counts it, so that two at once do not
        if (!await contacts.RemoveAsync(contact.Id, cancellationToken))
        {
            return false;
        }

        var ended = contact.IsOver(now) ? contact : contact with { EndedAt = null };
        await contacts.CountAsync(
            LocalDay.Of(ended.EndedAt ?? now, _zone), promise.Name, PromiseCheck.Count(ended, promise, calendar), cancellationToken);
        if (outcomes is not null && ended is { Outcome: { } outcome, EndedAt: { } at })
        {
            await outcomes.KeepAsync(DateOnly.FromDateTime(at.UtcDateTime), outcome, cancellationToken);
        }

        return true;
    }

    private async Task<(int Told, int Refused)> TellAsync(
        List<(string Audience, EscalatedContact Contact)> untold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (told, refused) = (0, 0);

        // a shadow tells nobody: what it would have told is told by whoever takes over
        if (configuration.Shadow)
        {
            return (told, refused);
        }

        foreach (var group in untold.GroupBy(static one => one.Audience, static one => one.Contact, StringComparer.Ordinal))
        {
            // before anything is claimed, so that of two looks at once one tells
            var note = NotePrefix + group.Key;
            if (!await notebook.TryAddAsync(note, At(now), now + configuration.Contacts.Escalation!.Every, cancellationToken))
            {
                continue;
            }

            var claimed = await ClaimAsync(
                group.OrderBy(static one => one.Reasons[0].Kind).ThenByDescending(static one => one.Reasons[0].Elapsed).Take(MaximumTold),
                cancellationToken);
            if (claimed.Count == 0)
            {
                await notebook.SetAsync(note, At(now), now, cancellationToken);
                continue;
            }

            if (await SendAsync(group.Key, claimed, now, cancellationToken))
            {
                told += claimed.Count;
                continue;
            }

            refused += claimed.Count;
            await notebook.SetAsync(note, At(now), now, cancellationToken);
            foreach (var (contact, code) in claimed.SelectMany(static one => one.Reasons.Select(reason => (one.Contact, reason.Code))))
            {
                await contacts.ReleaseAsync(contact.Id, code, cancellationToken);
            }
        }

        return (told, refused);
    }

    private static string At(DateTimeOffset now) => now.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Before anything is sent: a message that comes twice is worse than one whose sender died in between.</summary>
    private async Task<List<EscalatedContact>> ClaimAsync(IEnumerable<EscalatedContact> group, CancellationToken cancellationToken)
    {
        var claimed = new List<EscalatedContact>();
        foreach (var one in group)
        {
            var reasons = new List<EscalationReason>();
            foreach (var reason in one.Reasons)
            {
                if (await contacts.ClaimAsync(one.Contact.Id, reason.Code, cancellationToken))
                {
                    reasons.Add(reason);
                }
            }

            if (reasons.Count > 0)
            {
                claimed.Add(one with { Reasons = reasons });
            }
        }

        return claimed;
    }

    /// <summary>True when somebody may have it.</summary>
    private async Task<bool> SendAsync(
        string audience, IReadOnlyList<EscalatedContact> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var policy = await desk.PolicyNowAsync();
        var isTaken = false;
        foreach (var endpoint in EscalationEndpoints.Of(configuration, audience))
        {
            var notice = PromiseNotice.For(audience, claimed, policy.ReaderOf(audience, person: null, endpoint), now);
            var answer = await channels.SendAsync(notice, audience, endpoint, cancellationToken);
            isTaken |= answer.Outcome != NoticeOutcome.Refused;
        }

        return isTaken;
    }
}

/// <summary>Who of an audience is told of contacts.</summary>
public static class EscalationEndpoints
{
    /// <summary>By the channels that people read, and by webhooks; each place once.</summary>
    public static IEnumerable<Endpoint> Of(ContactCenterConfiguration configuration, string audience)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration.Audiences.GetValueOrDefault(audience) ?? [])
            .Where(static endpoint => !endpoint.Fallback
                && endpoint.Channel is Channel.Email or Channel.Sms or Channel.Slack or Channel.Teams or Channel.Webhook)
            .DistinctBy(static endpoint => NewestTelling.Of(endpoint.Channel, endpoint.To), StringComparer.Ordinal);
    }
}

/// <summary>What a look has found and done.</summary>
/// <param name="Standings">By promise, also where nothing is near.</param>
/// <param name="Told">Contacts of which somebody was told.</param>
/// <param name="Refused">Contacts of which nobody could be told.</param>
/// <param name="Closed">Contacts that are over.</param>
public sealed record PromiseLook(IReadOnlyList<PromiseStanding> Standings, int Told, int Refused, int Closed);

/// <summary>How many contacts are near or past a promise now.</summary>
/// <param name="Promise">Its name.</param>
/// <param name="Near">Contacts that are near it.</param>
/// <param name="Past">Contacts that are past it.</param>
public sealed record PromiseStanding(string Promise, int Near, int Past);
