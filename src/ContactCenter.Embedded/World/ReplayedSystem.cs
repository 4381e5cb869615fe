using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.World;

/// <summary>
/// The deployed functions hearing recorded alarms: time is the recording's own, what is due between two messages happens between them, and
/// every message counts as delivered.
/// </summary>
public sealed class ReplayedSystem : IDisposable
{
    private static readonly byte[] Schedule = "{}"u8.ToArray();

    private readonly InMemoryIncidentStore _store = new(keepsHistory: false);
    private readonly DecisionLog _decisions = new();
    private readonly VirtualClock _clock = new(DateTimeOffset.MinValue);
    private readonly EmbeddedSystem _functions;
    private readonly EffectStream _stream;
    private readonly TimeSpan _memory;

    /// <summary>A system that has heard nothing.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="ports">Registers ports of the embedding's own; null: every message counts as delivered.</param>
    public ReplayedSystem(ContactCenterConfiguration configuration, Action<IServiceCollection>? ports = null)
    {
        _stream = new EffectStream(_store);
        _functions = new EmbeddedSystem(configuration, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton(_store);
            services.AddSingleton<DecisionObserver>(_decisions.Note);
            ports?.Invoke(services);
        });
        var settings = _functions.Services.GetRequiredService<IncidentDesk>().Policy.Settings;
        _memory = settings.RelapseWindow + settings.StormWithin + TimeSpan.FromHours(1);
    }

    /// <summary>Hands a message to the function that takes alarms; a time before one that was reached is the latter.</summary>
    /// <returns>What was decided: something for each alarm in the message.</returns>
    public async ValueTask<IReadOnlyList<DecidedMoment>> HearAsync(ReadOnlyMemory<byte> message, DateTimeOffset at)
    {
        Reach(at);
        return await InvokeAsync(EmbeddedFunction.TriageAlarm, message);
    }

    /// <summary>Lets time pass, and deadlines with it.</summary>
    /// <returns>What deadlines caused, in order of time.</returns>
    public async IAsyncEnumerable<DecidedMoment> AdvanceAsync(DateTimeOffset until)
    {
        while (_store.NextDueAt is { } due && due <= until)
        {
            // a deadline that was over before anything was heard of it is handled when it is heard of
            Reach(due);
            foreach (var moment in await InvokeAsync(EmbeddedFunction.AdvanceEscalations, Schedule))
            {
                yield return moment;
            }
        }

        Reach(until);
    }

    /// <summary>What a hook answers a contact flow at the time that was reached.</summary>
    /// <returns>The answer, UTF-8.</returns>
    public Task<ReadOnlyMemory<byte>> AskAsync(EmbeddedFunction hook, ReadOnlyMemory<byte> request) =>
        _functions.InvokeAsync(hook, request);

    /// <summary>Forgets what is over and can no longer matter.</summary>
    public void Forget() => _store.Forget(_clock.Now - _memory);

    /// <inheritdoc/>
    public void Dispose() => _functions.Dispose();

    private async ValueTask<IReadOnlyList<DecidedMoment>> InvokeAsync(EmbeddedFunction function, ReadOnlyMemory<byte> request)
    {
        _ = await _functions.InvokeAsync(function, request);
        await _stream.DeliverAsync(_functions);
        return _decisions.Take();
    }

    private void Reach(DateTimeOffset at) => _clock.Now = at > _clock.Now ? at : _clock.Now;
}
