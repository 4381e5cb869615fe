using System.Text;
using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.World;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>
/// What people of the trade reported, handed to the deployed functions as JSON, and what then reaches people: messages that a channel took,
/// repairs that were asked for.
/// </summary>
internal sealed class FieldReplay : IMessageChannel, IEffectHandler, IDisposable
{
    private readonly List<NotifyEffect> _told = [];
    private readonly List<NotifyEffect> _putRight = [];
    private readonly List<RemediateEffect> _repairs = [];
    private readonly List<DecidedMoment> _decided = [];
    private readonly ReplayedSystem _system;
    private DateTimeOffset _now = DateTimeOffset.MinValue;
    private int _callers;

    public FieldReplay(ContactCenterConfiguration? configuration = null, Action<IServiceCollection>? ports = null) =>
        _system = new ReplayedSystem(configuration ?? Sample.Configuration, services =>
        {
            services.AddSingleton(_ => new EffectPorts(this, this));
            ports?.Invoke(services);
        });

    /// <summary>What the channels took, in order.</summary>
    public IReadOnlyList<NotifyEffect> Told => _told;

    /// <summary>Messages that were changed in place, which tells nobody.</summary>
    public IReadOnlyList<NotifyEffect> PutRight => _putRight;

    /// <summary>Subjects of what they took, each once in a row.</summary>
    public IReadOnlyList<string> Subjects => [.. _told.Select(static effect => PlainText.Subject(effect.Message)).Distinct()];

    public IReadOnlyList<RemediateEffect> Repairs => _repairs;

    public IReadOnlyList<DecidedMoment> Decided => _decided;

    /// <summary>Incidents that opened for people, by subject.</summary>
    public IReadOnlyList<Incident> Opened => [.. _decided
        .Where(static moment => moment.Decision.Timeline.Any(static entry => entry.Kind == TimelineKind.Opened))
        .Select(static moment => moment.Decision.After.Incident!)];

    /// <summary>Whether a channel takes messages; what it refuses is tried again.</summary>
    public Func<NotifyEffect, Endpoint, bool> Works { get; set; } = static (_, _) => true;

    /// <summary>What a channel that works says to a message.</summary>
    public Func<NotifyEffect, Endpoint, ChannelAnswer> Answer { get; set; } = static (_, _) => new Taken();

    public static ContactCenterConfiguration Configuration(string file) =>
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Path(file)));

    public static string Text(string file) => File.ReadAllText(Path(file));

    /// <summary>An alarm that has nothing to do with the others: the clock looks when it is due.</summary>
    public static byte[] Other(DateTimeOffset at) => new AlarmPayload
    {
        Name = "others",
        At = at,
        Namespace = "Shop",
        Metric = "Open",
        Dimensions = [("Shop", "x")],
    }.Bytes(PayloadShape.SnsEvent);

    /// <summary>The alarm is OK again.</summary>
    public static byte[] Recovery(AlarmPayload payload, DateTimeOffset at) =>
        (payload with { At = at, State = "OK", PreviousState = "ALARM" }).Bytes(PayloadShape.SnsEvent);

    /// <summary>Replays a case, or what a test has made of its text, and goes on for a while.</summary>
    public static async Task<FieldReplay> OfAsync(
        string json, ContactCenterConfiguration? configuration = null, double followMinutes = 60)
    {
        var replay = new FieldReplay(configuration);
        await replay.HearAsync(json);
        await replay.PassAsync(followMinutes);
        return replay;
    }

    /// <summary>Hears events, each at its own time.</summary>
    public async Task HearAsync(string json)
    {
        using var document = JsonDocument.Parse(json);
        var events = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement.EnumerateArray().Select(static one => one.GetRawText()).ToArray()
            : [json];
        foreach (var one in events)
        {
            await HearAsync(Encoding.UTF8.GetBytes(one));
        }
    }

    /// <summary>Hears a message now, whatever time it tells.</summary>
    public async Task HearLateAsync(string message) =>
        _decided.AddRange(await _system.HearAsync(Encoding.UTF8.GetBytes(message), _now));

    public async Task HearAsync(byte[] one)
    {
        var at = AlarmParser.Parse(one, _now).OfType<ChangedAlarm>().Select(static input => input.Change.At).DefaultIfEmpty(_now).Max();
        await PassToAsync(at);
        _decided.AddRange(await _system.HearAsync(one, _now));
    }

    /// <summary>What a hook answers another caller now.</summary>
    public async Task<Dictionary<string, string>> AskAsync(string hook, params (string Name, string Value)[] parameters)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Name = "ContactFlowEvent",
            Details = new
            {
                ContactData = new { ContactId = $"field-{++_callers}", Channel = "VOICE" },
                Parameters = parameters.ToDictionary(static one => one.Name, static one => one.Value),
            },
        });
        var answer = await _system.AskAsync(EmbeddedFunction.Find(hook)!, request);
        return JsonDocument.Parse(answer).RootElement.EnumerateObject()
            .ToDictionary(static member => member.Name, static member => member.Value.ToString());
    }

    public Task PassAsync(double minutes) => PassToAsync(_now + TimeSpan.FromMinutes(minutes));

    public async Task PassToAsync(DateTimeOffset until)
    {
        _now = until > _now ? until : _now;
        await foreach (var moment in _system.AdvanceAsync(_now))
        {
            _decided.Add(moment);
        }
    }

    public void Dispose() => _system.Dispose();

    ValueTask<ChannelAnswer> IMessageChannel.SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!Works(effect, endpoint))
        {
            return new(new Refused("it answered HTTP 503", IsPassing: true));
        }

        var answer = Answer(effect, endpoint);
        if (answer is Taken)
        {
            (effect.IsAmendment ? _putRight : _told).Add(effect);
        }

        return new(answer);
    }

    ValueTask<DeliveryResult> IEffectHandler.HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        _repairs.Add((RemediateEffect)effect);
        return new(new Delivered());
    }

    private static string Path(string file) => Repository.File("test/ContactCenter.Embedded.Tests/Field/Cases", file);
}
