using System.Diagnostics;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Embedded.World;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Web.Serving;

namespace ContactCenter.Cli.Play;

/// <summary>
/// A simulated center that somebody plays with through a console: time passes at the speed they like, and between two of its minutes
/// they ask and act.
/// </summary>
internal sealed class PlayedCenter : TimeProvider, ISimulatedCenter, IDisposable
{
    /// <summary>While it stands still, or between minutes of real time, it is looked at again after so long.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Weeks that a center has behind it: each model of a forecast needs some, and its errors are learned from as many.</summary>
    private const int WeeksBefore = 8;

    private readonly ContactCenterConfiguration _configuration;
    private readonly long _seed;
    private readonly KnowledgeBase? _knowledge;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SimulatedSystem _system;
    private SimulatedVoices _voices;
    private int _minutesToSkip;
    private double _speed;

    /// <summary>A center at the beginning of a scenario.</summary>
    public PlayedCenter(
        ContactCenterConfiguration configuration, Scenario scenario, long seed, double speed, KnowledgeBase? knowledge = null)
    {
        (_configuration, _seed, _speed, _knowledge) = (CenterNumbersPast.WithPlans(configuration), seed, speed, knowledge);
        (_system, Scenario) = (Begin(scenario), scenario.Name);
        _voices = new SimulatedVoices(_system, seed);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Scenarios { get; } = [.. ScenarioLibrary.All.Select(static scenario => scenario.Name)];

    /// <inheritdoc/>
    public string Scenario { get; private set; }

    /// <inheritdoc/>
    public double Speed => Volatile.Read(ref _speed);

    /// <inheritdoc/>
    public bool IsForwarding => Volatile.Read(ref _minutesToSkip) > 0;

    /// <inheritdoc/>
    public string Tell(string scenario, string language) =>
        ScenarioLibrary.Find(scenario) is { } known ? ScenarioLibrary.Words(language).Whole(known.Sentence) : scenario;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Volatile.Read(ref _system).Now;

    /// <inheritdoc/>
    public void Start(string scenario)
    {
        // what is usual there is learned before anybody has to wait for it
        var begun = Begin(ScenarioLibrary.Find(scenario)!);
        _turn.Wait();
        try
        {
            _system.Dispose();
            Volatile.Write(ref _minutesToSkip, 0);
            (_system, Scenario) = (begun, scenario);
            _voices = new SimulatedVoices(begun, _seed);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void SetSpeed(double timesReal) => Volatile.Write(ref _speed, timesReal);

    /// <inheritdoc/>
    public void Forward(TimeSpan time) => Interlocked.Add(ref _minutesToSkip, (int)time.TotalMinutes);

    /// <summary>Asks its API.</summary>
    public async ValueTask<ApiAnswer> AskAsync(ApiRequest request, ApiCaller caller, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // an act that has begun is brought to its end, whoever has gone away meanwhile
            return await _system.AskAsync(request, caller, CancellationToken.None);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    /// <summary>Lets time pass until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        while (!cancellationToken.IsCancellationRequested)
        {
            var isSkipped = IsForwarding;
            if (!isSkipped && (Speed <= 0 || since.Elapsed < TimeSpan.FromMinutes(1) / Speed))
            {
                await Task.Delay(Look, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            since.Restart();
            await _turn.WaitAsync(CancellationToken.None);
            try
            {
                _ = await _system.AdvanceAsync(CancellationToken.None);
                await _voices.SpeakAsync(_system);
                if (isSkipped && IsForwarding)
                {
                    _ = Interlocked.Decrement(ref _minutesToSkip);
                }
            }
            finally
            {
                _ = _turn.Release();
            }
        }
    }

    /// <summary>A center as it stands at the beginning of a scenario, with the numbers of the weeks before.</summary>
    private SimulatedSystem Begin(Scenario scenario)
    {
        var system = new SimulatedSystem(_configuration, scenario, _seed, knowledge: _knowledge);
        var past = new CenterNumbersPast(
            CenterDescription.Of(NamesOfCenter.Of(_configuration)) with { Habits = scenario.Habits }, _seed);
        system.Numbers.KeepAsync(past.Between(system.Start.AddDays(-7 * WeeksBefore), system.Start), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        foreach (var day in past.Waits(system.Start.AddDays(-7 * WeeksBefore), system.Start))
        {
            system.Waits.KeepAsync(day, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        system.Days.KeepAsync(new CenterDaysPast(_configuration, _seed).Until(system.Start), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        return system;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _system.Dispose();
        _turn.Dispose();
    }
}
