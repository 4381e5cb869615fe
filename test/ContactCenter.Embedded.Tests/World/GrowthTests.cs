using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.World;
using ContactCenter.Functions;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>
/// Weeks of a center in which numbers go up slowly, night by night through the deployed functions: the schedule's event in, and out comes
/// what people are told.
/// </summary>
public sealed class GrowthTests : IDailyMetrics, ICenterCounts, IMessageChannel, IDisposable
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 3, 7, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(First);
    private readonly InMemoryIncidentStore _store = new();
    private readonly ToldAlarms _told = new();
    private readonly List<NotifyEffect> _messages = [];
    private readonly EffectStream _stream;
    private readonly EmbeddedSystem _functions;
    private double _growth = 1;

    public GrowthTests()
    {
        _stream = new EffectStream(_store, _clock);
        _functions = new EmbeddedSystem(
            Sample.Configuration with { Monitoring = new() { Growth = true } }, _clock, TextWriter.Null, services =>
            {
                services.AddSingleton(_store);
                services.AddSingleton<IDailyMetrics>(this);
                services.AddSingleton<ICenterCounts>(this);
                services.AddSingleton<IAlarmTopic>(_told);
                services.AddSingleton(provider => new EffectPorts(this, new NoRemediations()));
            });
    }

    [Fact]
    public async Task Numbers_that_grow_for_weeks_lead_to_one_P4_with_the_list()
    {
        var grew = await PlayAsync(nights: 50);

        var incident = Assert.Single(_store.All);
        Assert.Equal((Severity.P4, "growth", true), (incident.Severity, incident.Runbook, incident.IsActive));
        Assert.Matches("seconds that a call of the queue Billing takes went up by [0-9.]+ % in 30 days, to", incident.Description);
        Assert.Matches(@"users of the instance will come from \d+ to 500 in \d+ days \(\d+ to \d+\)", incident.Description);
        Assert.Contains("users of the instance will come from", grew, StringComparison.Ordinal);
        Assert.NotEmpty(_messages);
        Assert.All(_messages, message => Assert.Equal(incident.Id, message.IncidentId));
    }

    [Fact]
    public async Task Numbers_that_only_go_up_and_down_lead_to_none()
    {
        _growth = 0;

        var grew = await PlayAsync(nights: 50);

        Assert.Equal("[]", grew);
        Assert.Empty(_store.All);
        Assert.Empty(_messages);
    }

    [Fact]
    public async Task Each_night_is_remembered_with_what_was_counted_beside_its_quota()
    {
        _ = await PlayAsync(nights: 5);

        var days = await _functions.Services.GetRequiredService<ICenterDays>()
            .BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, TestContext.Current.CancellationToken);
        Assert.Equal(GrowthSeries.Days + 4, days.Count);
        Assert.Equal(
            [400, 401, 402, 403, 404],
            days.TakeLast(5).Select(static day => day.Values.Single(static value => value.Name == CountedThings.Users).Value));
        Assert.Equal(500, days[^1].Values.Single(static value => value.Name == CountedThings.Users).Limit);
    }

    public void Dispose() => _functions.Dispose();

    Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> IDailyMetrics.ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>>(
        [
            .. series.Select(one => Enumerable.Range(from.DayNumber, until.DayNumber - from.DayNumber)
                .Select(day => (DateOnly.FromDayNumber(day), ValueOf(one, day))).ToArray()),
        ]);

    Task<CenterCounts> ICenterCounts.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new CenterCounts(
        [new(CountedThings.Users, "", 400 + Math.Round(_growth * Night), 500), new(CountedThings.Queues, "", 4, 100)], []));

    ValueTask<ChannelAnswer> IMessageChannel.SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        _messages.Add(effect);
        return new(new Taken());
    }

    private int Night => (int)(_clock.Now - First).TotalDays;

    /// <summary>Days scatter, and are fewer on Sundays; calls of one queue take longer and longer.</summary>
    private double ValueOf(GrowthSeries series, int day)
    {
        var scattered = new SeededRandom(day, series.Key).Normal();
        var usual = (series.Limit is { } limit ? limit / 5 : 200) * (day % 7 == 0 ? 0.8 : 1) * (1 + (0.05 * scattered));
        return series is { Name: "AverageHandleTime", Of: "Billing" }
            ? usual * (1 + (_growth * 0.008 * (day - DateOnly.FromDateTime(First.UtcDateTime).DayNumber + GrowthSeries.Days)))
            : usual;
    }

    /// <summary>Plays nights, and gives what the last one said that grows.</summary>
    private async Task<string> PlayAsync(int nights)
    {
        var said = "";
        for (var night = 0; night < nights; night++)
        {
            _clock.Now = First.AddDays(night);
            var reply = JsonNode.Parse((await _functions.InvokeAsync(EmbeddedFunction.KeepNumbers, "{}"u8.ToArray())).Span)!;
            Assert.Empty(reply["Problems"]!.AsArray());
            said = reply["Growing"]!.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
            foreach (var alarm in _told.Take())
            {
                _ = await _functions.InvokeAsync(EmbeddedFunction.TriageAlarm, alarm);
                await _stream.DeliverAsync(_functions);
            }
        }

        return said;
    }

    private sealed class NoRemediations : IEffectHandler
    {
        public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("growth asks for no repair");
    }
}
