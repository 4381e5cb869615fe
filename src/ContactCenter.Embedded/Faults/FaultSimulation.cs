using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Faults.RunTime;
using ContactCenter.Embedded.World;
using ContactCenter.Functions;
using ContactCenter.Simulation;
using ContactCenter.Simulation.People;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;
using Answer = ContactCenter.Simulation.People.PersonAction;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// The deployed functions on a virtual clock while everything around it misbehaves by seed: messages are doubled, delayed and overtaken,
/// processes die between any two steps, commits lose races, the stream loses records, channels fail and lie, people answer late, twice
/// or never. Functions that fail are invoked again, as their event sources do. The promises are checked every virtual minute.
/// </summary>
public sealed class FaultSimulation : IDisposable
{
    private static readonly byte[] Schedule = "{}"u8.ToArray();
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FaultsLast = TimeSpan.FromHours(2);

    /// <summary>After the faults everything must come to its end: retries, flapping, quiet periods, staleness.</summary>
    private static readonly TimeSpan CalmLasts = TimeSpan.FromHours(8);

    private readonly VirtualClock _clock = new(Start);
    private readonly Agenda _agenda = new();
    private readonly InMemoryIncidentStore _memory = new();
    private readonly FaultDice _dice;
    private readonly Sabotage _sabotage;
    private readonly FaultyChannels _channels;
    private readonly EmbeddedSystem _functions;
    private readonly SimulatedPeople _people;
    private readonly SeededRandom _random;
    private readonly FaultInvariants _invariants;
    private readonly FaultyHistory _history;
    private readonly RunTimeFaults? _runTime;
    private readonly IReadOnlyList<ScriptedChange> _script;
    private int _faults;
    private bool _isOvertaking;

    private FaultSimulation(ContactCenterConfiguration configuration, long seed, Sabotage sabotage)
    {
        _sabotage = sabotage;
        _random = new SeededRandom(seed, "faults");
        _dice = new FaultDice(new SeededRandom(seed, "dice"), FaultRates.Draw(_random), _clock);
        var store = new FaultyStore(_memory, _dice, sabotage) { Committed = OnCommit, Overtake = OvertakeAsync };
        var outbox = new FaultyOutbox(_memory.Outbox, _dice, sabotage);
        configuration = PlantedAlarms.WithWindows(
            configuration.WithFallbacks(_random, FaultyAudiences.AreCalled(seed)), _random, Start, FaultsLast);
        var outages = ChannelOutage.Draw(configuration, _random, Start, FaultsLast);
        _script = AlarmScript.Write(configuration, _random, Start, FaultsLast);
        if (RunTimeFaults.IsIn(seed))
        {
            configuration = Rota.Of(configuration);
            _runTime = new RunTimeFaults(configuration, _memory, _clock, _dice, (seed, sabotage, Start, FaultsLast), _script);
            _runTime.Settings.Overtake = OvertakeAsync;
            outages = outages.Add(_runTime.Outage);
        }

        _channels = new FaultyChannels(_clock, _dice, sabotage, outages)
        {
            Accepted = OnAccepted,
            Overtake = OvertakeAsync,
            Rings = (message, call) => OnRing(outbox, message, call),
            RepairAsked = _runTime is { } asked ? asked.Repair : null,
        };
        _memory.Outbox.Hastened += effect => Stream(StreamEvent.Hastened([effect]));
        var deployed = sabotage switch
        {
            Sabotage.NeverFallsBack => configuration.WithoutFallbacks(),
            Sabotage.TellsWhatIsHeld => configuration with { Maintenance = [] },
            _ => configuration,
        };
        _history = new FaultyHistory(
            _memory, new FaultDice(new SeededRandom(seed, "history"), _dice.Rates, _clock), _clock, sabotage);
        _functions = new EmbeddedSystem(deployed, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton<IIncidentFiles>(_ => _history);
            services.AddSingleton<IIncidentHistory>(_ => _history);
            services.AddSingleton<IAlarmHistory>(_ => _history);
            services.AddSingleton<IIncidentStore>(_ => store);
            services.AddSingleton<IOutbox>(_ => outbox);
            services.AddSingleton<INotebook>(
                _ => new FaultyNotebook(new InMemoryNotebook(_clock), _dice, sabotage, _runTime?.Thresholds.ByHand));
            services.AddSingleton(_ => new EffectPorts(_channels, _channels));
            if (_runTime is { } runTime)
            {
                services.AddSingleton<ISettingsStore>(_ => runTime.Settings);
                services.AddSingleton<IAlarmThresholds>(_ => runTime.Thresholds);
            }
        });
        _people = new SimulatedPeople(seed);
        _invariants = new FaultInvariants(
            _memory, _channels, new IncidentDesk(configuration, _memory).Policy, _script, _dice, Start + FaultsLast, _runTime);
    }

    /// <summary>Runs one seed to its end.</summary>
    /// <param name="configuration">The center.</param>
    /// <param name="seed">Everything that chance decides follows from it.</param>
    /// <param name="sabotage">What to break on purpose, to see that it is noticed.</param>
    public static async Task<FaultReport> RunAsync(ContactCenterConfiguration configuration, long seed, Sabotage sabotage = Sabotage.None)
    {
        using var simulation = new FaultSimulation(configuration, seed, sabotage);
        await simulation.RunAsync();
        return new FaultReport(
            seed,
            [
                .. simulation._invariants.Violations,
                .. await simulation._history.ViolationsAsync(),
                .. simulation._runTime is { } runTime ? await runTime.ViolationsAsync(simulation._clock.Now) : [],
            ],
            (simulation._clock.Now - Start).TotalHours,
            simulation._script.Count,
            simulation._channels.Sent.Count,
            simulation._faults,
            simulation._channels.Sent.Count(message => message.Endpoint.Fallback),
            simulation._channels.Lies)
        {
            Acts = simulation._runTime?.Acts ?? 0,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _functions.Dispose();

    private async Task RunAsync()
    {
        foreach (var change in _script)
        {
            Publish(change);
        }

        _runTime?.Begin(_functions, Invoke);
        var end = Start + FaultsLast + CalmLasts;
        for (var minute = Start; minute <= end; minute += TimeSpan.FromMinutes(1))
        {
            await RunAgendaAsync(minute);
            _clock.Now = minute;
            _dice.IsOn = minute < Start + FaultsLast;
            _history.IsBroken = _dice.IsOn;
            if (_runTime is { } runTime)
            {
                runTime.IsBroken = _dice.IsOn;
            }

            if (_sabotage != Sabotage.NoClock)
            {
                await TryAsync(async () =>
                    _faults += CountOf(await _functions.InvokeAsync(EmbeddedFunction.AdvanceEscalations, Schedule), "problems"));
            }

            await _history.PassToAsync(minute, _functions);
            await _invariants.CheckMinuteAsync(minute);
            _runTime?.CheckMinute(minute);
            if (await IsOverAsync(minute))
            {
                break;
            }
        }

        await RunAgendaAsync(DateTimeOffset.MaxValue);
        await _history.PassToAsync(DateTimeOffset.MaxValue, _functions);
        await _invariants.CheckEndAsync();
    }

    /// <summary>Nothing is left that could still happen.</summary>
    private async ValueTask<bool> IsOverAsync(DateTimeOffset minute) =>
        minute >= Start + FaultsLast + TimeSpan.FromMinutes(10)
        && _agenda.NextAt is null
        && _memory.NextDueAt is null
        && await _invariants.IsOutboxEmptyAsync(minute);

    /// <summary>Another process does what is next, if that is soon; one at a time, or races would run races.</summary>
    private async ValueTask OvertakeAsync()
    {
        if (!_isOvertaking && _agenda.NextAt is { } next && next - _clock.Now < TimeSpan.FromMinutes(1))
        {
            _isOvertaking = true;
            await _agenda.Take().Action();
            _isOvertaking = false;
        }
    }

    private async Task RunAgendaAsync(DateTimeOffset until)
    {
        while (_agenda.NextAt is { } next && next <= until)
        {
            var (at, action) = _agenda.Take();
            _clock.Now = at > _clock.Now ? at : _clock.Now;
            await action();
        }
    }

    /// <summary>CloudWatch publishes a change: it reaches the function sooner or later, at least once, in any order.</summary>
    private void Publish(ScriptedChange scripted)
    {
        Deliver(scripted, scripted.Change.At + _dice.Delay());
        if (_dice.Chance(_dice.Rates.Duplicate))
        {
            Deliver(scripted, scripted.Change.At + _dice.Delay() + _dice.Delay());
        }
    }

    private void Deliver(ScriptedChange scripted, DateTimeOffset at)
    {
        var heard = _sabotage == Sabotage.ForgetsAccounts ? PlantedAlarms.WithoutAccount(scripted.Event) : scripted.Event;
        Invoke(at, async () => await _functions.InvokeAsync(EmbeddedFunction.TriageAlarm, heard));
    }

    /// <summary>The stream brings the effects of a commit, perhaps twice, perhaps never.</summary>
    private void OnCommit(IncidentCommit commit)
    {
        _invariants.Decided(commit);
        _runTime?.Decided(commit, _clock.Now);
        _history.Changed(StreamEvent.Of(commit));
        foreach (var effect in commit.Effects)
        {
            if (_dice.Chance(_dice.Rates.StreamLoss))
            {
                continue;
            }

            Stream(StreamEvent.Of([effect]));
            if (_dice.Chance(_dice.Rates.Duplicate))
            {
                Stream(StreamEvent.Of([effect]));
            }
        }
    }

    /// <summary>A batch of one record, so that one that fails is brought again alone, as a bisected batch is.</summary>
    private void Stream(byte[] batch) => Invoke(_clock.Now + _dice.Delay(), async () =>
    {
        if (CountOf(await _functions.InvokeAsync(EmbeddedFunction.DeliverEffects, batch), "batchItemFailures") > 0)
        {
            throw new SimulatedCrashException("and the function asked for its record again");
        }
    });

    /// <summary>A person reads a message that arrives and perhaps acknowledges, now and then twice.</summary>
    private void OnAccepted(SentMessage message)
    {
        _invariants.Accepted(message);
        _runTime?.Accepted(message);
        if (message.IsLie
            || message.Endpoint.Channel == Channel.Call
            || message.Effect.Message.Occasion is Occasion.Acknowledged or Occasion.Mitigated or Occasion.Resolved)
        {
            return;
        }

        var reaction = _people.Receive(message.Endpoint.To, message.Effect.Id, message.At);
        if (reaction is { Action: Answer.Acknowledges, At: { } at })
        {
            Acknowledge(message, at);
            if (_dice.Chance(_dice.Rates.Duplicate))
            {
                Acknowledge(message, at + _dice.Delay());
            }
        }
    }

    /// <summary>Somebody presses a key, or nobody does; that the call has ended is told in most cases.</summary>
    private void OnRing(FaultyOutbox outbox, SentMessage message, FaultyCall call)
    {
        if (call.IsReached)
        {
            Acknowledge(message, call.EndsAt);
        }

        if (!_dice.Chance(_dice.Rates.StreamLoss))
        {
            Invoke(call.EndsAt, async () => await outbox.HastenAsync(message.Effect.Id, _clock.Now, CancellationToken.None));
        }
    }

    /// <summary>The button or link is that of the message, and a click is signed when it happens.</summary>
    private void Acknowledge(SentMessage message, DateTimeOffset at)
    {
        var read = message.Effect with { Channel = message.Endpoint.Channel, To = message.Endpoint.To };
        if (OfferedActions.For(message.Effect.Message).Contains(Core.Incidents.PersonAction.Acknowledge))
        {
            Invoke(at, async () =>
            {
                var (function, request) = SimulatedAnswer.To(read, _clock.Now);
                await _functions.InvokeAsync(function, request);
            });
        }
    }

    /// <summary>An invocation of a function; its event source invokes it again until it succeeds.</summary>
    private void Invoke(DateTimeOffset at, Func<Task> function) => _agenda.Add(at, async () =>
    {
        if (!await TryAsync(function) && _sabotage != Sabotage.NoRetries)
        {
            Invoke(_clock.Now + TimeSpan.FromSeconds(5), function);
        }
    });

    /// <summary>How many elements a list in an answer has.</summary>
    private static int CountOf(ReadOnlyMemory<byte> answer, string list)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty(list).GetArrayLength();
    }

    private async ValueTask<bool> TryAsync(Func<Task> function)
    {
        try
        {
            await function();
            return true;
        }
        catch (Exception exception) when (exception is SimulatedCrashException or IncidentConflictException or SettingsConflictException)
        {
            _faults++;
            return false;
        }
    }
}
