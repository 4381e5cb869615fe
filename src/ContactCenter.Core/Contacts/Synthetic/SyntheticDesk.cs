using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>
/// Tries synthetic contacts: looks how those go that are under way, begins those that are due, and says what must be told. Everything that
/// it decides is decided by <see cref="SyntheticPlan"/> and <see cref="SyntheticRating"/>; what it knows stands in one note, so that a run
/// that is lost costs a minute.
/// </summary>
public sealed class SyntheticDesk
{
    /// <summary>Amazon Connect ends a test after five minutes; what has no end after ten has none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Name of the note in which it stands what is known.</summary>
    public const string Note = "synthetic-contacts";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly ContactCenterConfiguration _configuration;
    private readonly SyntheticSettings _settings;
    private readonly ISyntheticCenter _center;
    private readonly INotebook _notebook;
    private readonly IAlarmTopic _alarms;
    private readonly IReadOnlyList<SyntheticContact> _contacts;
    private readonly bool _hasTestCases;

    /// <summary>A desk for a configuration.</summary>
    public SyntheticDesk(ContactCenterConfiguration configuration, ISyntheticCenter center, INotebook notebook, IAlarmTopic alarms)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        _settings = configuration.Synthetic ?? new();
        _center = center;
        _notebook = notebook;
        _alarms = alarms;
        _contacts = [.. SyntheticContacts.Tried(configuration), .. SyntheticContacts.Dialled(configuration)];
        _hasTestCases = SyntheticContacts.HasTestCases(configuration);
    }

    /// <summary>Notes that something was changed by which contacts could go otherwise; they are tried when it is quiet.</summary>
    public async ValueTask ChangedAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = SyntheticState.Read(await _notebook.FindAsync(Note, cancellationToken));
        if (state.ChangedAt is not { } known || known < at)
        {
            await _notebook.SetAsync(Note, (state with { ChangedAt = at }).Write(), now + Kept, cancellationToken);
        }
    }

    /// <summary>One look.</summary>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<SyntheticRun> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = SyntheticState.Read(await _notebook.FindAsync(Note, cancellationToken));
        await EndAsync(kept, now, cancellationToken);
        var state = Known(kept);
        var ends = new List<(SyntheticContact Contact, SyntheticOutcome End)>();
        state = await LookAsync(state, ends, now, cancellationToken);
        var planned = SyntheticPlan.Next(
            _contacts, state, _settings, await _center.CallsPercentAsync(now, cancellationToken), now);
        foreach (var contact in planned.Begun)
        {
            // before anything is begun: what was begun and not written down would be begun again every minute
            state = Put(state, Track(state, contact) with { BegunAt = now });
            await SaveAsync(state, now, cancellationToken);
            state = await BeginAsync(state, contact, ends, now, cancellationToken);
        }

        state = await TellAsync(state, now, cancellationToken);
        await SaveAsync(state, now, cancellationToken);
        return new SyntheticRun(ends, [.. planned.Begun.Select(static contact => contact.Id)], planned.IsHeld)
        {
            Unproven = planned.IsHeld ? 0 : _contacts.Count(contact => IsUnproven(contact, Track(state, contact), now)),
        };
    }

    /// <summary>
    /// Nobody tries a contact any more that was taken out of the configuration: what was told of it is over, else its incident stays open.
    /// </summary>
    private async ValueTask EndAsync(SyntheticState kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var track in kept.Tracks.Where(track => track.Told is not null && _contacts.All(contact => contact.Id != track.Contact)))
        {
            if (track.Flow is { } flow)
            {
                await _alarms.PublishAsync(
                    new SyntheticReport(_configuration, track.Contact, flow).Message(wrong: null, now), cancellationToken);
            }
        }
    }

    /// <summary>What was known of contacts that are there no more, or do something else now, is forgotten.</summary>
    private SyntheticState Known(SyntheticState state) =>
        state with { Tracks = [.. _contacts.Select(contact => Track(state, contact))] };

    private async ValueTask<SyntheticState> LookAsync(
        SyntheticState state, List<(SyntheticContact, SyntheticOutcome)> ends, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var contact in _contacts)
        {
            var track = Track(state, contact);
            if (track is not { Execution: { } execution, BegunAt: { } begun })
            {
                continue;
            }

            var end = (contact.From is null
                ? await _center.ReadAsync(contact, execution, now, cancellationToken)
                : await ArrivedAsync(execution, begun, now, cancellationToken))
                ?? (now - begun >= Longest ? new SyntheticOutcome(SyntheticResult.Unknown, now) { Text = "no end" } : null);
            if (end is not null)
            {
                ends.Add((contact, end));
                state = Put(state, SyntheticRating.After(track, end));
            }
        }

        return state;
    }

    private async ValueTask<SyntheticState> BeginAsync(
        SyntheticState state, SyntheticContact contact, List<(SyntheticContact, SyntheticOutcome)> ends, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var track = Track(state, contact);
        var token = $"{contact.Id}-{now.ToUnixTimeSeconds()}";
        if (contact is { From: { } from, Number: { } number })
        {
            return await DialAsync(state, contact, new SyntheticCall(token, from, number, now), ends, cancellationToken);
        }

        if (_hasTestCases)
        {
            var begin = await _center.BeginAsync(contact, token, cancellationToken);
            if (begin.Execution is { } execution)
            {
                return Put(state, track with { Execution = execution });
            }

            if (!begin.IsUnavailable || !contact.IsChat)
            {
                var refused = new SyntheticOutcome(SyntheticResult.Unknown, now) { Text = begin.Refusal };
                ends.Add((contact, refused));
                return Put(state, SyntheticRating.After(track, refused));
            }
        }

        var end = await _center.ChatAsync(contact, token, cancellationToken);
        ends.Add((contact, end));
        return Put(state, SyntheticRating.After(track, end));
    }

    /// <summary>
    /// It is written down before it is dialled, so that it is known when it arrives; what was not dialled must make nobody synthetic.
    /// </summary>
    private async ValueTask<SyntheticState> DialAsync(
        SyntheticState state, SyntheticContact contact, SyntheticCall call, List<(SyntheticContact, SyntheticOutcome)> ends,
        CancellationToken cancellationToken)
    {
        var track = Track(state, contact);
        await _notebook.SetAsync(SyntheticCall.Note, call.Write(), call.BegunAt + SyntheticCall.Lasts, cancellationToken);
        if (await _center.DialAsync(contact, call.Token, cancellationToken) is not { } refusal)
        {
            return Put(state, track with { Execution = call.Token });
        }

        await _notebook.SetAsync(SyntheticCall.Note, "", call.BegunAt + SyntheticCall.Lasts, cancellationToken);
        var refused = new SyntheticOutcome(SyntheticResult.Unknown, call.BegunAt) { Text = refusal };
        ends.Add((contact, refused));
        return Put(state, SyntheticRating.After(track, refused));
    }

    /// <summary>How a call goes that was dialled: it has arrived, is still on its way, or has not arrived in time.</summary>
    private async ValueTask<SyntheticOutcome?> ArrivedAsync(
        string token, DateTimeOffset begun, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _notebook.FindAsync(SyntheticCall.ArrivalNote(token), cancellationToken) is not null
            ? new SyntheticOutcome(SyntheticResult.Right, now)
            : now - begun >= SyntheticCall.Lasts
                ? new SyntheticOutcome(SyntheticResult.Wrong, now) { Step = SyntheticStep.Arrival }
                : null;

    /// <summary>
    /// Tells what is otherwise than what was told last. It is told before it is written down: a message that comes twice is one to triage.
    /// </summary>
    private async ValueTask<SyntheticState> TellAsync(SyntheticState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unproven = new List<string>();
        foreach (var contact in _contacts)
        {
            var track = Track(state, contact);
            var outage = SyntheticRating.Outage(contact, track);
            if (SyntheticRating.Unproven(contact, track) is { } sentence)
            {
                unproven.Add(sentence);
            }

            if (outage != track.Told)
            {
                await _alarms.PublishAsync(
                    new SyntheticReport(_configuration, contact.Id, contact.Flow).Message(outage, now), cancellationToken);
                state = Put(state, track with { Told = outage });
            }
        }

        var list = unproven.Count == 0 ? null : string.Join('\n', unproven);
        if (list != state.ToldOfTrying)
        {
            await _alarms.PublishAsync(new SyntheticReport(_configuration).Message(list, now), cancellationToken);
            state = state with { ToldOfTrying = list };
        }

        return state;
    }

    /// <summary>Nothing has ended for two turns that says something of customers.</summary>
    private bool IsUnproven(SyntheticContact contact, SyntheticTrack track, DateTimeOffset now) => track.BegunAt is not null
        && (track.Ends is not [.., { At: var at }] || now - at > (2 * (contact.Every ?? _settings.Every)) + Longest);

    private static SyntheticTrack Track(SyntheticState state, SyntheticContact contact)
    {
        var fingerprint = Fingerprint(contact);
        var known = state.Tracks.FirstOrDefault(track => track.Contact == contact.Id);
        var track = known?.Fingerprint == fingerprint
            ? known
            : new SyntheticTrack { Contact = contact.Id, Fingerprint = fingerprint, Told = known?.Told };
        return track with { Flow = contact.Flow };
    }

    private static SyntheticState Put(SyntheticState state, SyntheticTrack track) => state with
    {
        Tracks = [.. state.Tracks.Where(known => known.Contact != track.Contact), track],
    };

    private static string Fingerprint(SyntheticContact contact) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(contact.From is { } from
            ? $"{from} {contact.Number}"
            : TestCaseContent.Write(contact, contact.Queue?.Id, substituteArn: null))).AsSpan(0, 8));

    private ValueTask SaveAsync(SyntheticState state, DateTimeOffset now, CancellationToken cancellationToken) =>
        _notebook.SetAsync(Note, state.Write(), now + Kept, cancellationToken);
}

/// <summary>What one look has done.</summary>
/// <param name="Ends">Contacts that ended, each with its end.</param>
/// <param name="Begun">Ids of those that were begun.</param>
/// <param name="IsHeld">Whether some were due and none was begun, because customers need the calls.</param>
public sealed record SyntheticRun(
    IReadOnlyList<(SyntheticContact Contact, SyntheticOutcome End)> Ends, IReadOnlyList<string> Begun, bool IsHeld)
{
    /// <summary>How many contacts have proved nothing for two turns.</summary>
    public int Unproven { get; init; }
}
