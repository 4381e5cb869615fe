using System.Collections.Concurrent;
using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Notifications.HandOver;

/// <summary>
/// Sends who goes and who comes a note when a turn on call ends: each once, also when it is looked for late, or only some of them can be
/// reached at once.
/// </summary>
/// <param name="settings">What holds now.</param>
/// <param name="desk">How people read.</param>
/// <param name="reader">Gathers what there is to tell.</param>
/// <param name="channels">Sends notices.</param>
/// <param name="notebook">Remembers who has got which.</param>
public sealed class HandOverDesk(
    SettingsView settings,
    IncidentDesk desk,
    HandOverReader reader,
    INoticeChannel channels,
    INotebook notebook)
{
    /// <summary>A hand-over that is longer ago is no news: whoever came has found out.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(6);

    /// <summary>So often an endpoint that refuses is tried, once a minute.</summary>
    private const int MaximumAttempts = 10;

    private static readonly TimeSpan Remember = TimeSpan.FromDays(2);

    /// <summary>Hand-overs of which this process knows that they are done.</summary>
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);

    /// <summary>Sends what is due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    /// <returns>Each note that somebody was sent, with what the channel answered.</returns>
    public async Task<IReadOnlyList<HandOverSent>> SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var effective = await settings.GetAsync();
        var sent = new List<HandOverSent>();
        foreach (var (name, schedule) in effective.Configuration.OnCall.Where(static schedule => schedule.Value.HandOverNotes))
        {
            if (effective.Schedule(name)!.LastHandOver(now, Late) is { } moment
                && $"hand-over-{name}-{moment.At.ToUnixTimeSeconds()}" is var key
                && !_done.ContainsKey(key))
            {
                await SendAsync(name, moment, key, effective, sent, now, cancellationToken);
            }
        }

        return sent;
    }

    private async Task SendAsync(
        string schedule,
        Escalation.HandOver moment,
        string key,
        EffectiveSettings effective,
        List<HandOverSent> sent,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var noted = (await notebook.FindAsync(key, cancellationToken))?.Split('\n') ?? [];
        var attempts = noted.Length > 0 && int.TryParse(noted[0], CultureInfo.InvariantCulture, out var tried) ? tried : 0;
        var reached = noted.Skip(1).ToHashSet(StringComparer.Ordinal);
        (OnCallParticipant Person, Endpoint Endpoint)[] missing =
            [.. Recipients(moment).Where(one => !reached.Contains(KeyOf(one.Endpoint)))];
        if (missing.Length == 0 || attempts >= MaximumAttempts)
        {
            _done[key] = true;
            return;
        }

        var policy = await desk.PolicyNowAsync();
        var facts = await reader.ReadAsync(schedule, moment, effective, policy, now, cancellationToken);
        foreach (var (person, endpoint) in missing)
        {
            var notice = HandOverNote.For(facts, policy.ReaderOf(schedule, person, endpoint), now);
            var answer = await channels.SendAsync(notice, schedule, endpoint, cancellationToken);
            sent.Add(new HandOverSent(schedule, person.Name, endpoint.Channel, answer));
            if (answer.Outcome != NoticeOutcome.Refused)
            {
                reached.Add(KeyOf(endpoint));
            }

            // after each of them, so that a process that dies here tells nobody twice who was told before
            await notebook.SetAsync(
                key, string.Join('\n', [$"{attempts + 1}", .. reached.Order(StringComparer.Ordinal)]), now + Remember, cancellationToken);
        }
    }

    /// <summary>Who goes and who comes, by the channels that people read; a place that both have gets one note.</summary>
    private static IEnumerable<(OnCallParticipant Person, Endpoint Endpoint)> Recipients(Escalation.HandOver moment) =>
        new[] { moment.After?.Participant, moment.Before?.Participant }
            .OfType<OnCallParticipant>()
            .SelectMany(static person => person.Endpoints.Select(endpoint => (person, endpoint)))
            .Where(static one => !one.endpoint.Fallback
                && one.endpoint.Channel is Channel.Email or Channel.Sms or Channel.Slack or Channel.Teams)
            .DistinctBy(static one => KeyOf(one.endpoint), StringComparer.Ordinal);

    private static string KeyOf(Endpoint endpoint) => NewestTelling.Of(endpoint.Channel, endpoint.To);
}

/// <summary>A note that was sent to somebody.</summary>
/// <param name="Schedule">Name of the schedule.</param>
/// <param name="Person">Who.</param>
/// <param name="Channel">How.</param>
/// <param name="Answer">What the channel answered.</param>
public sealed record HandOverSent(string Schedule, string Person, Channel Channel, NoticeAnswer Answer);
