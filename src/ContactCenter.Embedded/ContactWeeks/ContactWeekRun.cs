using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.ContactWeeks;

/// <summary>One week of contacts, in steps of ten seconds; a look of the schedule every minute.</summary>
internal sealed class ContactWeekRun : IDisposable
{
    /// <summary>New customers a minute, on average over the hours in which they come.</summary>
    public const double PerMinute = 0.9;

    /// <summary>Agents who are there in these hours, and until nobody waits any more.</summary>
    public const int Agents = 6;

    /// <summary>Customers come on five days of the week, from here on.</summary>
    private const int FirstHour = 8;

    private const int LastHour = 18;
    private const int Days = 5;

    /// <summary>Steps of a dialogue; one that takes more is broken.</summary>
    private const int MaximumTurns = 40;

    private static readonly string[] Asked = ["LookUpCustomer", "ContinueDialogue", "RouteContact", "WatchPromises"];
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);

    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How busy the hours are, beside each other.</summary>
    private static readonly double[] Busy = [0.8, 1.1, 1.4, 1.2, 0.8, 0.8, 1.1, 1.2, 0.9, 0.7];

    private readonly ContactCenterConfiguration _whole;
    private readonly ContactCenterConfiguration _played;
    private readonly long _seed;
    private readonly VirtualClock _clock = new(Start);
    private readonly InMemoryPromisedContacts _promised = new();
    private readonly EmbeddedSystem _system;
    private readonly Dictionary<string, EmbeddedFunction> _functions;
    private readonly SeededRandom _arrivals;
    private readonly List<WeekContact> _waiting = [];
    private readonly List<(DateTimeOffset Until, WeekContact Contact)> _served = [];
    private readonly PriorityQueue<(int Customer, int Attempt), DateTimeOffset> _comingBack = new();
    private readonly Dictionary<int, DateTimeOffset> _lastTouch = [];
    private readonly Dictionary<int, DateTimeOffset> _containedAt = [];
    private readonly List<double> _waits = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _customers;
    private int _contacts;
    private int _repeats;
    private int _contained;
    private int _containedAgain;
    private int _queued;
    private int _gaveUp;
    private int _toldServed;

    /// <summary>A week.</summary>
    /// <param name="whole">The file, by which customers want what they want.</param>
    /// <param name="played">What is deployed.</param>
    /// <param name="seed">The seed.</param>
    public ContactWeekRun(ContactCenterConfiguration whole, ContactCenterConfiguration played, long seed)
    {
        (_whole, _played, _seed) = (whole, played, seed);
        _arrivals = new SeededRandom(seed, "arrivals");
        _system = new EmbeddedSystem(played, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton<IPromisedContacts>(_promised);
            services.AddSingleton<IDialogueFunctions>(new PlayedWishes(played, seed));
        });
        _functions = Asked.ToDictionary(static name => name, static name => EmbeddedFunction.Find(name)!, StringComparer.Ordinal);
    }

    public async Task<ContactWeekReport> RunAsync(CancellationToken cancellationToken)
    {
        for (var step = 0L; _clock.Now < Start.AddDays(Days) || _waiting.Count + _served.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Now = Start + (step * Step);
            await EndAsync();
            await GiveUpAsync();
            await ArriveAsync();
            await ServeAsync();
            if (step % 6 == 0)
            {
                await LookAsync(cancellationToken);
            }
        }

        return new ContactWeekReport
        {
            Contacts = _contacts,
            Repeats = _repeats,
            Contained = _contained,
            ContainedForGood = _contained - _containedAgain,
            Queued = _queued,
            GaveUp = _gaveUp,
            Waits = [.. _waits.Order()],
            Escalated = _told.Count,
            EscalatedServed = _toldServed,
        };
    }

    public void Dispose() => _system.Dispose();

    private bool IsOpen => _clock.Now < Start.AddDays(Days) && _clock.Now.Hour is >= FirstHour and < LastHour;

    private async Task ArriveAsync()
    {
        if (!IsOpen)
        {
            return;
        }

        var mean = PerMinute * Busy[_clock.Now.Hour - FirstHour] * Step.TotalMinutes;
        for (var i = _arrivals.Poisson(mean); i > 0; i--)
        {
            await ComeAsync(_customers++, 0);
        }

        while (_comingBack.TryPeek(out var back, out var due) && due <= _clock.Now)
        {
            _ = _comingBack.Dequeue();
            await ComeAsync(back.Customer, back.Attempt);
        }
    }

    private async Task ComeAsync(int customer, int attempt)
    {
        var wish = new WeekWish(_seed, customer, attempt, _whole);
        var contact = new WeekContact($"c-{customer}-{attempt}", customer, attempt, wish, _clock.Now);
        _contacts++;
        if (_lastTouch.TryGetValue(customer, out var last) && _clock.Now - last < Again)
        {
            _repeats++;
        }

        // who was contained and is here again within a day was not
        if (_containedAt.Remove(customer, out var contained) && _clock.Now - contained < Again)
        {
            _containedAgain++;
        }

        _lastTouch[customer] = _clock.Now;
        var looked = await AskAsync("LookUpCustomer", contact, []);
        contact.Recent = (string?)looked["recentContacts"] ?? "0";
        if (contact.Wish.Dialogue is not null && _played.Dialogues.Count > 0 && await TalkAsync(contact))
        {
            _contained++;
            _containedAt[customer] = _clock.Now;
            ComeBackAfter(contact, contact.Wish.IsSettled(byAgent: false));
            return;
        }

        _ = await AskAsync("RouteContact", contact, []);
        await HearAsync("QUEUED", contact);
        _queued++;
        _waiting.Add(contact);
    }

    /// <summary>True when the dialogue has done it and the customer wants nothing more.</summary>
    private async Task<bool> TalkAsync(WeekContact contact)
    {
        var dialogue = contact.Wish.Dialogue!;
        var today = DateOnly.FromDateTime(_clock.Now.UtcDateTime);
        (string Name, string Value)[] input = [("step", "begin")];
        for (var turn = 0; turn < MaximumTurns; turn++)
        {
            var answer = await AskAsync("ContinueDialogue", contact, input);
            contact.DialogueState = (string?)answer["state"];
            switch ((string?)answer["status"])
            {
                case "done":
                    return true;
                case "wait":
                    input = [("step", "waited")];
                    break;
                case "ask" when DialogueState.Read(contact.DialogueState, dialogue, today) is { } state:
                    var said = contact.Wish.Says(state, today);
                    input = said.Length == 0 ? [("step", "silence")] : [("text", said)];
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Contacts of which a lead was told come first, then whoever waits longest.</summary>
    private async Task ServeAsync()
    {
        while (_served.Count < Agents && _waiting.Count > 0)
        {
            var next = _waiting.Find(contact => _told.Contains(contact.Id)) ?? _waiting[0];
            _ = _waiting.Remove(next);
            _waits.Add((_clock.Now - next.Begun).TotalSeconds);
            _toldServed += _told.Contains(next.Id) ? 1 : 0;
            await HearAsync("CONNECTED_TO_AGENT", next);
            _served.Add((_clock.Now + next.Wish.HandledIn, next));
        }
    }

    private async Task EndAsync()
    {
        foreach (var (_, contact) in _served.Where(one => one.Until <= _clock.Now).ToArray())
        {
            await HearAsync("DISCONNECTED", contact);
            ComeBackAfter(contact, contact.Wish.IsSettled(byAgent: true));
        }

        _ = _served.RemoveAll(one => one.Until <= _clock.Now);
    }

    private async Task GiveUpAsync()
    {
        foreach (var contact in _waiting.Where(contact => _clock.Now - contact.Begun >= contact.Wish.GivesUpAfter).ToArray())
        {
            _ = _waiting.Remove(contact);
            _gaveUp++;
            await HearAsync("DISCONNECTED", contact);
            ComeBackAfter(contact, isSettled: false);
        }
    }

    private void ComeBackAfter(WeekContact contact, bool isSettled)
    {
        if (!isSettled && contact.Wish.IsComingBack)
        {
            _comingBack.Enqueue((contact.Customer, contact.Attempt + 1), _clock.Now + contact.Wish.BackIn);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!_played.Contacts.IsWatched || _waiting.Count + _served.Count == 0)
        {
            return;
        }

        var reply = JsonNode.Parse((await _system.InvokeAsync(_functions["WatchPromises"], "{}"u8.ToArray())).Span)!;
        if ((int?)reply["told"] > 0)
        {
            foreach (var contact in await _promised.AllAsync(cancellationToken))
            {
                if (!contact.Told.IsEmpty)
                {
                    _ = _told.Add(contact.Id);
                }
            }
        }
    }

    private async Task HearAsync(string type, WeekContact contact)
    {
        if (!_played.Contacts.IsWatched)
        {
            return;
        }

        var detail = new JsonObject
        {
            ["eventType"] = type,
            ["contactId"] = contact.Id,
            ["initialContactId"] = contact.Id,
            ["channel"] = "VOICE",
            ["initiationMethod"] = "INBOUND",
        };
        var heard = new JsonObject
        {
            ["source"] = "aws.connect",
            ["detail-type"] = "Amazon Connect Contact Event",
            ["time"] = _clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["detail"] = detail,
        };
        _ = await _system.InvokeAsync(
            _functions["WatchPromises"], JsonSerializer.SerializeToUtf8Bytes<JsonNode>(heard, CallsJson.Default.JsonNode));
    }

    private async Task<JsonNode> AskAsync(string hook, WeekContact contact, (string Name, string Value)[] parameters)
    {
        var attributes = new JsonObject
        {
            ["topic"] = contact.Wish.Dialogue?.Topics[0] ?? "none",
            ["segment"] = contact.Wish.Segment ?? "none",
            ["language"] = "en",
            ["spokenLanguage"] = "en",
            ["recentContacts"] = contact.Recent,
            ["dialogueState"] = contact.DialogueState ?? "none",
        };
        var request = new JsonObject
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["ContactId"] = contact.Id,
                    ["InitialContactId"] = contact.Id,
                    ["Channel"] = "VOICE",
                    ["LanguageCode"] = "en-US",
                    ["CustomerEndpoint"] = new JsonObject { ["Address"] = $"+4930{10_000_000 + contact.Customer}" },
                    ["Attributes"] = attributes,
                },
                ["Parameters"] = new JsonObject(
                    parameters.Select(static one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value))),
            },
        };
        return JsonNode.Parse((await _system.InvokeAsync(
            _functions[hook], JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request, CallsJson.Default.JsonNode))).Span)!;
    }

    /// <summary>A contact of the week.</summary>
    private sealed class WeekContact(string id, int customer, int attempt, WeekWish wish, DateTimeOffset begun)
    {
        public string Id { get; } = id;

        public int Customer { get; } = customer;

        public int Attempt { get; } = attempt;

        public WeekWish Wish { get; } = wish;

        public DateTimeOffset Begun { get; } = begun;

        public string Recent { get; set; } = "0";

        public string? DialogueState { get; set; }
    }
}
