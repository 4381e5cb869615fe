using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// The promises about settings: a step to a schedule tells whoever is on call by what holds, all of their endpoints and nobody else; what
/// is held is not told; and nothing is held for longer than something holds it, so that a mute hides what it names and nothing besides.
/// </summary>
internal sealed class RunTimeInvariants(
    ContactCenterConfiguration configuration, InMemoryIncidentStore store, SettingsTruth truth, FaultDice dice)
{
    private const int MaximumViolations = 10;

    /// <summary>The clock looks once a minute, and settings are known within seconds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>What one fault may cost: a clock that dies, and one that is late because of it.</summary>
    private static readonly TimeSpan PerFault = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, DateTimeOffset> _lastHeld = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _heldForNothing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _endpoints = configuration.OnCall[Rota.Schedule].Participants.ToDictionary(
        static one => one.Name,
        static one => one.Endpoints.Where(static endpoint => !endpoint.Fallback).Select(static endpoint => endpoint.To).ToArray(),
        StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _told = new(StringComparer.Ordinal);
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The last minute at which an incident may have been held; null: there was none.</summary>
    public DateTimeOffset? LastHeld(string incidentId) => _lastHeld.TryGetValue(incidentId, out var at) ? at : null;

    /// <summary>A step tells who is on call.</summary>
    public void Decided(IncidentCommit commit, DateTimeOffset at)
    {
        NotifyEffect[] all = [.. commit.Effects.OfType<NotifyEffect>().Where(static effect => effect.Audience == Rota.Schedule)];
        string[] onCall = [.. truth.MayBeOnCall(at)];
        var known = _told.TryGetValue(all.FirstOrDefault()?.IncidentId ?? "", out var before) ? before : [];
        foreach (var effect in all.Where(static effect => IsNews(effect.Message.Occasion)))
        {
            if (!known.Contains(effect.To) && !onCall.Any(name => _endpoints[name].Contains(effect.To)))
            {
                Report(Promises.NewsToUnknowing(effect.To, effect.IncidentId));
            }
        }

        string[] called = [.. all.Where(static effect => !IsNews(effect.Message.Occasion)).Select(static effect => effect.To)];
        var isNobody = commit.Timeline.Any(
            static one => one is { Kind: TimelineKind.Notified, Facts: { Audience: Rota.Schedule, Channel: null } });
        if ((called.Length > 0 || isNobody) && !onCall.Any(name => _endpoints[name].ToHashSet().SetEquals(called)))
        {
            Report(Promises.OtherOnCall(Or(called), $"{commit.Correlation.Incident?.Id}", $"{at:HH:mm:ss}", Or(onCall)));
        }

        foreach (var effect in all)
        {
            (_told.TryGetValue(effect.IncidentId, out var told) ? told : _told[effect.IncidentId] = []).Add(effect.To);
        }
    }

    /// <summary>What each red alarm is held by is not told.</summary>
    public void Accepted(SentMessage message)
    {
        if (!message.IsOvertaken
            && store.Find(message.Effect.IncidentId) is { } correlation
            && truth.IsHeld(correlation, message.At, isSure: true) == true)
        {
            Report(Promises.ToldWhileSettingHeld(message.Endpoint.To, message.Effect.Id));
        }
    }

    /// <summary>Nothing is held that nothing holds.</summary>
    public void CheckMinute(DateTimeOffset now)
    {
        foreach (var incident in store.All.Where(static one => one.IsActive))
        {
            if (store.Find(incident.Id) is not { } correlation)
            {
                continue;
            }

            var isHeld = truth.IsHeld(correlation, now, isSure: false);
            if (isHeld ?? truth.MayBeHeld(correlation.Key, "", now))
            {
                _lastHeld[incident.Id] = now + Late;
            }

            if (isHeld != false || !(incident.HeldUntil > now))
            {
                _heldForNothing.Remove(incident.Id);
                continue;
            }

            var since = _heldForNothing.TryGetValue(incident.Id, out var known) ? known : _heldForNothing[incident.Id] = now;
            if (now - since > Late + (PerFault * dice.FaultsSince(since)))
            {
                Report(Promises.HeldByNothing(incident.Id, $"{since:HH:mm}"));
            }
        }
    }

    /// <summary>It needs nobody who does not know of it.</summary>
    private static bool IsNews(Occasion occasion) => occasion is Occasion.Acknowledged or Occasion.Mitigated or Occasion.Resolved;

    private static string Or(string[] names) => names.Length == 0
        ? Promises.Nobody
        : names.SkipLast(1).Reverse().Aggregate(names[^1], static (rest, first) => Promises.EitherOf(first, rest));

    private void Report(string violation)
    {
        if (_violations.Count < MaximumViolations)
        {
            _violations.Add(violation);
        }
    }
}
