using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Faults;

/// <summary>
/// The deployed functions while people take over, swap and give back in the middle of escalations, and while the store of settings fails
/// for minutes: everybody who is told was on call by what could be known.
/// </summary>
public sealed class SettingsUnderFaultsTests
{
    private const int Minutes = 180;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly string[] People = ["ann", "ben", "cem"];

    /// <summary>An act is known so much later at most, while the store answers.</summary>
    private static readonly TimeSpan Known = SettingsView.FreshFor + TimeSpan.FromSeconds(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_is_told_was_on_call_by_what_could_be_known()
    {
        var (told, takenOver, byFile) = (0, 0, 0);
        for (var seed = 1L; seed <= 60; seed++)
        {
            using var run = new Run(seed);
            await run.RunAsync();
            Assert.True(run.Violations.Count == 0, $"seed {seed}: {string.Join("; ", run.Violations)}");
            (told, takenOver, byFile) = (told + run.Told, takenOver + run.TakenOver, byFile + run.ByFile);
        }

        // the runs are hard: many were told who were not on call by the file, and some by the file alone because of an outage
        Assert.True(told > 1000, $"{told} were told");
        Assert.True(takenOver > 100, $"{takenOver} had taken over");
        Assert.True(byFile > 5, $"{byFile} were told by the file because nothing else could be known");
    }

    private static ContactCenterConfiguration Center()
    {
        var steps = new EscalationSettings
        {
            Steps = [.. Enumerable.Range(0, 40).Select(static i => new EscalationStepSettings { After = TimeSpan.FromMinutes(4 * i),
                Audience = "rota" })],
        };
        return Sample.Configuration with
        {
            OnCall = new Dictionary<string, OnCallSettings>
            {
                ["rota"] = new()
                {
                    From = new DateOnly(2026, 3, 1),
                    Participants =
                    [
                        .. People.Select(static name => new OnCallParticipant
                        {
                            Name = name,
                            Endpoints = [new Endpoint { Channel = Channel.Email, To = $"{name}@example.com" }],
                        }),
                    ],
                },
            },
            Maintenance = [],
            Escalation = new BySeverity<EscalationSettings> { P1 = steps, P2 = steps, P3 = steps, P4 = steps },
        };
    }

    /// <summary>One seed.</summary>
    private sealed class Run : IDisposable
    {
        private readonly ContactCenterConfiguration _center = Center();
        private readonly VirtualClock _clock = new(Start);
        private readonly InMemoryIncidentStore _incidents = new();
        private readonly InMemorySettings _settings = new();
        private readonly SeededRandom _random;
        private readonly List<(DateTimeOffset At, RuntimeSettings Settings)> _states = [(DateTimeOffset.MinValue, RuntimeSettings.None)];
        private readonly (DateTimeOffset From, DateTimeOffset To)[] _outages;
        private readonly SettingsDesk _desk;
        private readonly EmbeddedSystem _system;

        public Run(long seed)
        {
            _random = new SeededRandom(seed, "settings");
            _outages = [.. Enumerable.Range(0, 2).Select(_ => Start.AddMinutes(Draw(Minutes))).Select(from => (from,
                from.AddMinutes(1 + Draw(25))))];
            _desk = new SettingsDesk(_settings, _center);
            _system = new EmbeddedSystem(_center, _clock, TextWriter.Null, services =>
            {
                services.AddSingleton<IIncidentStore>(_ => _incidents);
                services.AddSingleton<ISettingsStore>(_ => new FailingSettings(_settings, () => OutageAt(_clock.Now) is not null));
            });
            _incidents.Committed += commit =>
            {
                foreach (var effect in commit.Effects.OfType<NotifyEffect>())
                {
                    Check(effect);
                }
            };
        }

        public List<string> Violations { get; } = [];

        public int Told { get; private set; }

        public int TakenOver { get; private set; }

        public int ByFile { get; private set; }

        public async Task RunAsync()
        {
            var pipeline = _system.Services.GetRequiredService<IncidentPipeline>();
            _ = await pipeline.ReceiveAsync(new UnrecognisedMessage("a test", "something odd", Start, "odd-1"), Start, Stop);
            for (var minute = 1; minute <= Minutes; minute++)
            {
                _clock.Now = Start.AddMinutes(minute - 1).AddSeconds(Draw(59));
                if (_random.Next() < 0.15)
                {
                    await ActAsync();
                }

                _clock.Now = Start.AddMinutes(minute);
                await _system.InvokeAsync(EmbeddedFunction.Find("AdvanceEscalations")!, "{}"u8.ToArray());
            }
        }

        public void Dispose() => _system.Dispose();

        /// <summary>Somebody takes over, two swap, somebody gives back, or somebody takes an act back.</summary>
        private async Task ActAsync()
        {
            var now = _clock.Now;
            var from = now.AddMinutes(Draw(10));
            var until = from.AddMinutes(1 + Draw(30));
            var (one, other) = (People[Draw(3)], People[Draw(3)]);
            var newest = await _settings.ActsAsync(null, 1, Stop);
            _ = Draw(4) switch
            {
                0 or 1 => await _desk.SaveAsync(
                    new OnCallTakeover { Author = one, Reason = "turn", From = from, Until = until, Schedule = "rota", Participant = one },
                        now, Stop),
                2 when one != other => await _desk.SaveAsync(
                    new OnCallExchange
                    {
                        Author = one,
                        Reason = "swap",
                        From = from,
                        Until = until,
                        Schedule = "rota",
                        First = one,
                        Second = other
                    }, now, Stop),
                _ when newest.Count > 0 && _random.Next() < 0.5 => await _desk.UndoAsync(newest[0].Id, new SettingAuthor(one, "no"), now,
                    Stop),
                _ when newest.Count > 0 => await _desk.EndAsync((newest[0].After ?? newest[0].Before)!.Id, new SettingAuthor(one, "back"),
                    now, Stop),
                _ => null!,
            };
            _states.Add((now, await _settings.ReadAsync(Stop)));
        }

        private void Check(NotifyEffect effect)
        {
            var at = effect.At;
            var outage = OutageAt(at);

            // during an outage what was known when it began counts, and once that is too old nothing but the file
            var since = (outage ?? at) - Known;
            var known = _states.Where(state => state.At <= at && state.At > since).Select(static state => state.Settings)
                .Append(_states.Last(state => state.At <= since).Settings)
                .ToList();
            if (outage is { } began && at - began > SettingsView.UsefulFor - TimeSpan.FromMinutes(2))
            {
                known.Add(RuntimeSettings.None);
            }

            var byFile = OnCall(RuntimeSettings.None, at);
            Told++;
            TakenOver += effect.To == byFile ? 0 : 1;
            ByFile += effect.To == byFile && known.Take(known.Count - 1).All(state => OnCall(state, at) != byFile) && known.Count > 1 ? 1
                : 0;
            if (known.All(state => OnCall(state, at) != effect.To))
            {
                var others = string.Join(" or ", known.Select(state => OnCall(state, at)).Distinct());
                Violations.Add($"{effect.To} was told at {at:HH:mm:ss}, and {others} is on call");
            }
        }

        private string OnCall(RuntimeSettings settings, DateTimeOffset at) =>
            EffectiveSettings.At(_center, settings, at).Schedule("rota")!.At(at)!.Participant.Endpoints[0].To;

        private DateTimeOffset? OutageAt(DateTimeOffset at) =>
            _outages.Where(outage => outage.From <= at && at < outage.To).Select(static outage => (DateTimeOffset?)outage.From).Min();

        private int Draw(int below) => (int)(_random.Next() * below);
    }

    /// <summary>A store that cannot be read for a while.</summary>
    private sealed class FailingSettings(ISettingsStore store, Func<bool> fails) : ISettingsStore
    {
        public ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken) =>
            fails() ? throw new IOException("down") : store.ReadAsync(cancellationToken);

        public ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken) => store.CommitAsync(commit,
            cancellationToken);

        public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken) =>
            store.ActsAsync(before, limit, cancellationToken);

        public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken) => store.FindActAsync(id,
            cancellationToken);
    }
}
