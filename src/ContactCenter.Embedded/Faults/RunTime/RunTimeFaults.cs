using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// What people decide while faults last: settings over the file, and acts on incidents by the API. It has dice of its own, so that a run
/// without it goes as it always went.
/// </summary>
internal sealed class RunTimeFaults
{
    private readonly SeededRandom _random;
    private readonly FaultDice _dice;
    private readonly SettingsTruth _truth;
    private readonly SettingsPeople _people;
    private readonly IncidentActs _acts;
    private readonly FaultyRemediations _remediations;
    private readonly SettingsAudit _audit;
    private readonly RunTimeInvariants _invariants;
    private readonly VirtualClock _clock;
    private readonly DateTimeOffset _start;
    private readonly TimeSpan _length;
    private EmbeddedSystem? _functions;
    private Action<DateTimeOffset, Func<Task>>? _invoke;

    public RunTimeFaults(
        ContactCenterConfiguration configuration,
        InMemoryIncidentStore store,
        VirtualClock clock,
        FaultDice dice,
        (long Seed, Sabotage Sabotage, DateTimeOffset Start, TimeSpan Length) run,
        IReadOnlyList<ScriptedChange> script)
    {
        (_clock, _start, _length) = (clock, run.Start, run.Length);
        _random = new SeededRandom(run.Seed, "run time");
        _dice = new FaultDice(new SeededRandom(run.Seed, "settings"), dice.Rates, clock);
        _truth = new SettingsTruth(configuration, Outages(_random, run.Start, run.Length));
        Settings = new FaultySettings(clock, _dice, _truth, run.Sabotage) { Committed = OnCommit };
        Thresholds = new FaultyThresholds(_dice, _truth, _random);
        var touched = script.Select(static change => change.Change.AlarmName).ToHashSet(StringComparer.Ordinal);
        _people = new SettingsPeople(
            _random, configuration,
            [.. Thresholds.Alarms.Where(alarm => touched.Contains(alarm.Name)).DefaultIfEmpty(Thresholds.Alarms.First())],
            run.Start, run.Length);
        _remediations = new FaultyRemediations(new SeededRandom(run.Seed, "repairs"), clock);
        _acts = new IncidentActs(new SeededRandom(run.Seed, "acts"), configuration, store, clock)
        {
            Latest = run.Start + run.Length + SettingsPeople.Beyond,
            IsOut = _truth.IsOut,
        };
        _audit = new SettingsAudit(Settings.Kept);
        _invariants = new RunTimeInvariants(configuration, store, _truth, dice);
        Outage = ChannelOutage.DrawOne(
            [.. configuration.OnCall[Rota.Schedule].Participants.SelectMany(static one => one.Endpoints)],
            (ChannelFault)(int)(_random.Next() * 2), _random, run.Start, run.Length);
    }

    /// <summary>Two runs of five are with it, so that the rest is seen alone too.</summary>
    public static bool IsIn(long seed) => seed % 5 is 0 or 2;

    public FaultySettings Settings { get; }

    public FaultyThresholds Thresholds { get; }

    /// <summary>Somebody who takes turns cannot be reached for a while.</summary>
    public ChannelOutage Outage { get; }

    /// <summary>Acts on incidents and on settings that were answered.</summary>
    public int Acts => _acts.Done + _audit.Done;

    /// <summary>False: from now on everything works.</summary>
    public bool IsBroken
    {
        set => _dice.IsOn = value;
    }

    /// <summary>Begins.</summary>
    /// <param name="functions">The deployed functions.</param>
    /// <param name="invoke">Does something at a time, and again until it succeeds.</param>
    public void Begin(EmbeddedSystem functions, Action<DateTimeOffset, Func<Task>> invoke)
    {
        (_functions, _invoke) = (functions, invoke);
        foreach (var (at, setting) in _people.Draw())
        {
            Decide(at, setting.Author, "/settings", SettingBody.Of(setting));
        }

        for (var deployments = (int)(_random.Next() * 4); deployments > 0; deployments--)
        {
            invoke(_start + (_length * _random.Next()), () =>
            {
                Thresholds.Deploy();
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>See <see cref="RunTimeInvariants.Decided"/>.</summary>
    public void Decided(IncidentCommit commit, DateTimeOffset at) => _invariants.Decided(commit, at);

    /// <summary>Somebody reads a message, and perhaps acts.</summary>
    public void Accepted(SentMessage message)
    {
        _invariants.Accepted(message);
        foreach (var (at, act) in _acts.After(message))
        {
            _invoke!(at, () => act(_functions!));
        }
    }

    /// <summary>A repair is asked for; what it did reaches the incident a moment later.</summary>
    public void Repair(RemediateEffect effect)
    {
        if (_remediations.Asked(effect) is var (at, report))
        {
            var pipeline = _functions!.Services.GetRequiredService<IncidentPipeline>();
            _invoke!(at, async () => await pipeline.ActAsync(effect.IncidentId, report, _clock.Now));
        }
    }

    /// <summary>See <see cref="RunTimeInvariants.LastHeld"/>.</summary>
    public DateTimeOffset? LastHeld(string incidentId) => _invariants.LastHeld(incidentId);

    /// <summary>What must hold at the end of every minute.</summary>
    public void CheckMinute(DateTimeOffset now)
    {
        _invariants.CheckMinute(now);
        Thresholds.CheckMinute(now);
    }

    /// <summary>What was promised and not kept.</summary>
    public async ValueTask<IReadOnlyList<string>> ViolationsAsync(DateTimeOffset end) =>
    [
        .. _invariants.Violations,
        .. Thresholds.Violations,
        .. await _audit.ViolationsAsync(_truth.Newest, end),
        .. await _acts.ViolationsAsync(Settings.Kept),
        .. _remediations.Violations(_acts.DoneBy),
    ];

    private void OnCommit(SettingsCommit commit)
    {
        Thresholds.Set(_truth.Newest.All.OfType<AlarmThreshold>());
        _audit.Stored(commit, _truth.Newest);
    }

    /// <summary>An administrator does something to settings by the API; who gets no answer sends the same again.</summary>
    private void Decide(DateTimeOffset at, string author, string path, JsonObject body, long? seen = null) => _invoke!(at, async () =>
    {
        if (_truth.IsOut(_clock.Now))
        {
            // nobody tries as often as a machine
            Decide(_clock.Now + TimeSpan.FromMinutes(2), author, path, body, seen);
            return;
        }

        var caller = new HttpCaller(Rota.Issuer, Rota.Schedule, author, "administrator");
        var method = seen is null ? "POST" : "PUT";
        var request = HttpEvent.Call(method, path, (JsonObject)body.DeepClone(), caller, _clock.Now, author, seen);
        if (await IncidentActs.IsDoneAsync(_functions!, request))
        {
            var act = await _audit.SavedAsync(author);
            foreach (var (later, what) in act is null ? [] : _people.FollowUps(act))
            {
                FollowUp(later, what, act!);
            }
        }
        else
        {
            _audit.Refused(author);
        }
    });

    private void FollowUp(DateTimeOffset at, FollowUp what, SettingAct act)
    {
        var (author, setting) = (_people.Author(), act.After!);
        switch (what)
        {
            case RunTime.FollowUp.Change:
                var changed = setting with { Until = _people.Until(at) };
                Decide(at, author, $"/settings/{setting.Id}", SettingBody.Of(changed), setting.Version);
                break;
            case RunTime.FollowUp.End:
                Decide(at, author, $"/settings/{setting.Id}/end", new JsonObject { ["reason"] = "Not needed any more." });
                break;
            default:
                Decide(at, author, $"/setting-acts/{act.Id}/undo", new JsonObject { ["reason"] = "A mistake." });
                break;
        }
    }

    /// <summary>Some of seconds, some longer than what was known last is good for; there is time to read between them.</summary>
    private static ImmutableArray<StoreOutage> Outages(SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var outages = ImmutableArray.CreateBuilder<StoreOutage>();
        var from = start + TimeSpan.FromMinutes(5 + (40 * random.Next()));
        while (from < start + (length * 0.8))
        {
            var isLong = random.Chance(0.3);
            var to = from + (isLong ? TimeSpan.FromMinutes(11 + (10 * random.Next())) : TimeSpan.FromSeconds(90 * random.Next()));
            outages.Add(new StoreOutage(from, to));
            from = to + TimeSpan.FromMinutes(5 + (60 * random.Next()));
        }

        return outages.ToImmutable();
    }
}
