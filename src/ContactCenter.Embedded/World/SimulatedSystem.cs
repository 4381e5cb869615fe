using System.Text.Json;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.People;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.World;

/// <summary>
/// The deployed functions looking after a simulated center: its alarms reach them as events, the stream and the schedules invoke them as
/// in a deployment, messages go to simulated people who answer by links and buttons, repairs go back to the center, and its flows ask the
/// hooks. Everything on the center's clock.
/// </summary>
public sealed class SimulatedSystem : IDisposable
{
    private static readonly byte[] Schedule = "{}"u8.ToArray();

    /// <summary>The minute of a half hour at which its schedule asks for the numbers.</summary>
    private const int NumbersMinute = 7;

    /// <summary>What is learned before ends while the center fills up, which is none of it.</summary>
    private static readonly TimeSpan BeforeStart = TimeSpan.FromMinutes(90);

    /// <summary>Earlier weeks are of another chance than the scenario.</summary>
    private const long EarlierSeed = 7919;

    /// <summary>Both listen to the topic of remediations; each takes what is its own.</summary>
    private static readonly EmbeddedFunction[] Remediators = [EmbeddedFunction.HealCapacity, EmbeddedFunction.HealFunctions];

    private readonly ContactCenterSimulation _center;
    private readonly VirtualClock _clock;
    private readonly EmbeddedSystem _functions;
    private readonly SimulatedInbox _inbox;
    private readonly SimulatedTelephones _telephones;
    private readonly EffectStream _stream;
    private readonly AskedRemediations _asked = new();
    private readonly List<string> _repaired = [];
    private readonly DecisionLog _decisions = new();
    private readonly HashSet<string> _wished = new(StringComparer.Ordinal);
    private readonly ToldAlarms _told;
    private readonly bool _triesContacts;

    /// <summary>Prepares a scenario.</summary>
    /// <param name="configuration">The center, checked.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="seed">Everything that chance decides follows from it.</param>
    /// <param name="normal">What is normal there; null: it is learned from earlier weeks.</param>
    /// <param name="knowledge">The articles that the configuration names; null: those that come with the program.</param>
    /// <param name="weeks">Weeks before in which it is learned what is usual; 0: that is learned from now on.</param>
    public SimulatedSystem(
        ContactCenterConfiguration configuration, Scenario scenario, long seed, AnomalyModel? normal = null,
        KnowledgeBase? knowledge = null, int weeks = 0)
    {
        if (scenario.Habits is { } habits)
        {
            configuration = configuration with { Holidays = [.. configuration.Holidays.Union(habits.Holidays)] };
        }

        var alarms = AlarmPlan.For(configuration).ToArray();
        _center = new ContactCenterSimulation(
            scenario, CenterDescription.Of(NamesOfCenter.Of(configuration)), alarms, seed, AlarmSource.Of(configuration),
            normal);
        _clock = new VirtualClock(_center.Start);
        _telephones = new SimulatedTelephones(
            seed, configuration, _clock, () => _functions!.Services.GetRequiredService<INotebook>());
        _inbox = new SimulatedInbox(seed, configuration.Answers, _telephones);
        _stream = new EffectStream(Store, _clock);
        _told = new ToldAlarms(Hear);
        Callbacks = new InMemoryCallbacks(_clock);
        _functions = new EmbeddedSystem(configuration, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton(Store);
            services.AddSingleton(Callbacks);
            services.AddSingleton<DecisionObserver>(_decisions.Note);
            services.AddSingleton(new EffectPorts(_inbox, _asked));
            services.AddSingleton<ITableCapacity>(new SimulatedTables(_center));
            services.AddSingleton<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>>(
                new SimulatedFunctions(_center, configuration.Account.LambdaConcurrency));
            services.AddSingleton<ICenterMetrics>(new SimulatedFigures(_center));
            services.AddSingleton<INumbersSource>(new SimulatedFigures(_center));
            services.AddSingleton<IWaitSource>(new SimulatedFigures(_center));
            services.AddSingleton<IMinuteMetrics>(new SimulatedMinutes(_center));
            services.AddSingleton<IAnomalyStates>(new InMemoryAnomalyStates(
                weeks == 0 ? default : Learned(configuration, scenario, seed, weeks)));
            services.AddSingleton<ISyntheticCenter>(provider =>
                new SimulatedContacts(_center, provider.GetRequiredService<INotebook>(), _clock));
            services.AddSingleton<IAlarmTopic>(_told);
            if (knowledge is not null)
            {
                services.AddSingleton(new PackagedKnowledge(knowledge));
            }
        });
        _triesContacts = configuration.Synthetic is not null;
        var faults = scenario.Faults.Concat(scenario.Planted.SelectMany(static planted => planted.Faults)).ToArray();
        Signs = faults.Length == 0 ? null : new EarlySigns(_center.Start + faults.Min(static fault => fault.From));
        _center.AskBefore(WhatToSkip);
    }

    /// <summary>The incidents.</summary>
    public InMemoryIncidentStore Store { get; } = new();

    /// <summary>The history of incidents, as the functions keep it.</summary>
    public IIncidentHistory History => _functions.Services.GetRequiredService<IIncidentHistory>();

    /// <summary>The history of alarms, as the functions keep it.</summary>
    public IAlarmHistory Alarms => _functions.Services.GetRequiredService<IAlarmHistory>();

    /// <summary>What repairs held, cost and did, as the functions keep it.</summary>
    public ILeaseHistory Leases => _functions.Services.GetRequiredService<ILeaseHistory>();

    /// <summary>The numbers of the center by the half hour, as the functions keep them.</summary>
    public ICenterNumbers Numbers => _functions.Services.GetRequiredService<ICenterNumbers>();

    /// <summary>The days of the center, as the functions keep them.</summary>
    public ICenterDays Days => _functions.Services.GetRequiredService<ICenterDays>();

    /// <summary>How long contacts waited by the day, as the functions keep it.</summary>
    public IWaitDays Waits => _functions.Services.GetRequiredService<IWaitDays>();

    /// <summary>Reviews of what is over, as the functions make them.</summary>
    public ReviewDesk Reviews => _functions.Services.GetRequiredService<ReviewDesk>();

    /// <summary>What people have written in them.</summary>
    public IReviews WrittenReviews => _functions.Services.GetRequiredService<IReviews>();

    /// <summary>What reports are made of, as the functions keep it.</summary>
    public ReportReader Reports => _functions.Services.GetRequiredService<ReportReader>();

    /// <summary>What compliance is judged by, as the functions record it.</summary>
    public ComplianceReader Compliance => _functions.Services.GetRequiredService<ComplianceReader>();

    /// <summary>Who waits to be called back, as the functions have it.</summary>
    public ICallbackStore Callbacks { get; }

    /// <summary>When the scenario starts.</summary>
    public DateTimeOffset Start => _center.Start;

    /// <summary>What the center amounts to so far.</summary>
    public SimulationTotals Totals => _center.Totals;

    /// <summary>Messages by the address that they went to.</summary>
    public IReadOnlyDictionary<string, int> Messages => _inbox.Messages;

    /// <summary>How often people have done what when they were called.</summary>
    public IReadOnlyDictionary<CallReaction, int> Calls => _telephones.Reactions;

    /// <summary>What was repaired, in sentences.</summary>
    public IReadOnlyList<string> Remediations => _repaired;

    /// <summary>What told first of what goes wrong; null where nothing does.</summary>
    public EarlySigns? Signs { get; }

    /// <summary>Tells of every contact that ends from now on.</summary>
    public void Observe(Action<EndedContact> observer) => _center.Observe(observer);

    /// <summary>What the night after does for a report of today: keeps how long contacts waited.</summary>
    public async ValueTask EndDayAsync(CancellationToken cancellationToken) =>
        _ = await _functions.Services.GetRequiredService<WaitKeeper>()
            .KeepAsync(_clock.Now.AddDays(1) + NumbersKeeper.Recent, cancellationToken);

    /// <summary>Lets a minute pass.</summary>
    public async ValueTask<SimulatedMinute> AdvanceAsync(CancellationToken cancellationToken)
    {
        _clock.Now = _center.Now > _clock.Now ? _center.Now : _clock.Now;
        var report = _center.Advance();
        while (NextReaction is { } at && at <= report.At)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Now = at > _clock.Now ? at : _clock.Now;
            if (_telephones.NextAt == at)
            {
                var step = _telephones.Next();
                await InvokeAsync(step.Function, step.Request);
            }
            else
            {
                await ActAsync(_inbox.Next(), cancellationToken);
            }
        }

        _clock.Now = report.At;
        foreach (var alarm in report.AlarmEvents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (alarm.Change is { To: AlarmState.Alarm, Alarm.Definition.AnomalyBand: null })
            {
                Signs?.TellThreshold(report.At);
            }

            await InvokeAsync(EmbeddedFunction.TriageAlarm, alarm.Json);
        }

        await TellCallbacksAsync();
        await InvokeAsync(EmbeddedFunction.AdvanceEscalations, Schedule);
        await InvokeAsync(EmbeddedFunction.CollectConnectMetrics, Schedule);
        if (KeepsNumbers)
        {
            await InvokeAsync(EmbeddedFunction.KeepNumbers, Schedule);
        }

        if (_triesContacts)
        {
            await InvokeAsync(EmbeddedFunction.RunSyntheticContacts, Schedule);
        }

        foreach (var alarm in _told.Take())
        {
            await InvokeAsync(EmbeddedFunction.TriageAlarm, alarm);
        }

        await RepairAsync();
        await _stream.KeepHistoryAsync(_functions);
        return new SimulatedMinute(report, _decisions.Take());
    }

    /// <summary>The time there.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Whether this is the minute in which the numbers of the half hour before are kept.</summary>
    public bool KeepsNumbers => _clock.Now.Minute % HalfHours.Length.TotalMinutes == NumbersMinute;

    /// <summary>
    /// Somebody asks the API between two minutes; who they are is known already. How often they ask is not counted: its minutes are not
    /// those of whoever sits before the screen.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ApiAnswer> AskAsync(ApiRequest request, ApiCaller caller, CancellationToken cancellationToken)
    {
        var answer = await _functions.Services.GetRequiredService<ApiDesk>().AnswerAsync(
            request, new CallerReading(caller, null), int.MaxValue, _clock.Now, cancellationToken);
        await _stream.DeliverAsync(_functions);
        await _stream.KeepHistoryAsync(_functions);
        return answer;
    }

    /// <summary>Somebody asks a function between two minutes, as a person or a flow does.</summary>
    /// <param name="function">The function.</param>
    /// <param name="request">Makes the request of the time.</param>
    /// <param name="at">When; within the next minute.</param>
    internal async ValueTask<ReadOnlyMemory<byte>> AskAsync(
        EmbeddedFunction function, Func<DateTimeOffset, byte[]> request, DateTimeOffset at)
    {
        _clock.Now = at > _clock.Now ? at : _clock.Now;
        return await InvokeAsync(function, request(_clock.Now));
    }

    private static byte[] Learned(ContactCenterConfiguration configuration, Scenario scenario, long seed, int weeks)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        var until = new DateTimeOffset(scenario.StartLocal, zone.GetUtcOffset(scenario.StartLocal)) - BeforeStart;
        return CenterPast.Learn(
            configuration, scenario.Habits, until - TimeSpan.FromDays(7 * weeks), until, unchecked(seed + EarlierSeed)).Save();
    }

    private void Hear(string message)
    {
        using var alarm = JsonDocument.Parse(message);
        if (alarm.RootElement.GetProperty("AlarmName").GetString()!.Contains("/anomaly/", StringComparison.Ordinal)
            && alarm.RootElement.GetProperty("NewStateValue").ValueEquals("ALARM"))
        {
            Signs?.TellAnomaly(_clock.Now);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _functions.Dispose();

    /// <summary>When somebody acts next, on a message or on the telephone.</summary>
    private DateTimeOffset? NextReaction => (_inbox.NextAt, _telephones.NextAt) switch
    {
        ({ } read, { } heard) => read < heard ? read : heard,
        var (read, heard) => read ?? heard,
    };

    /// <summary>Who opens the message and sees that somebody has it leaves it to them.</summary>
    private async ValueTask ActAsync(NotifyEffect message, CancellationToken cancellationToken)
    {
        if ((await Store.FindAsync(message.IncidentId, cancellationToken))?.Incident is { Acknowledgement: null, IsActive: true })
        {
            var (function, request) = SimulatedAnswer.To(message, _clock.Now);
            await InvokeAsync(function, request);
        }
    }

    /// <summary>Flows tell who wished to be called back in the minute, and Amazon Connect whom an agent has.</summary>
    private async ValueTask TellCallbacksAsync()
    {
        var open = _center.Figures.Callbacks!.ToDictionary(static wish => wish.ContactId, StringComparer.Ordinal);
        foreach (var served in _wished.Except(open.Keys).ToArray())
        {
            _ = _wished.Remove(served);
            await InvokeAsync(EmbeddedFunction.TrackCallbacks, CallbackEvent.Served(served));
        }

        foreach (var wish in open.Values.Where(wish => _wished.Add(wish.ContactId)))
        {
            await InvokeAsync(EmbeddedFunction.RecordCallback, CallbackEvent.Wished(wish.ContactId, wish.Queue));
        }
    }

    /// <summary>What incidents asked for, and the minute's look at what is on lease.</summary>
    private async ValueTask RepairAsync()
    {
        var asked = _asked.Take() is { Count: > 0 } effects ? TopicEvent.Of(effects) : null;
        foreach (var remediator in Remediators)
        {
            if (asked is not null)
            {
                await RepairAsync(remediator, asked);
            }

            await RepairAsync(remediator, Schedule);
        }
    }

    private async ValueTask RepairAsync(EmbeddedFunction remediator, byte[] request)
    {
        using var reply = JsonDocument.Parse(await InvokeAsync(remediator, request));
        _repaired.AddRange(reply.RootElement.GetProperty("looks").EnumerateArray()
            .Where(static look => look.GetProperty("outcome") is { ValueKind: JsonValueKind.String } outcome && outcome.ValueEquals("Done"))
            .Select(static look => look.GetProperty("text").GetString()!));
    }

    /// <summary>Runs a function, and then what the stream brings because of it.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> InvokeAsync(EmbeddedFunction function, ReadOnlyMemory<byte> request)
    {
        var answer = await _functions.InvokeAsync(function, request);
        await _stream.DeliverAsync(_functions);
        return answer;
    }

    /// <summary>A flow asks the hook what to go around, and waits for the answer as a caller does.</summary>
    private string[] WhatToSkip(string contactId)
    {
        var reply = _functions.InvokeAsync(EmbeddedFunction.CheckService, HookEvent.Call(contactId)).GetAwaiter().GetResult();
        using var answer = JsonDocument.Parse(reply);
        return answer.RootElement.TryGetProperty("skip", out var skip) && skip.GetString() is { } names
            ? names.Split(',', StringSplitOptions.RemoveEmptyEntries)
            : [];
    }
}
