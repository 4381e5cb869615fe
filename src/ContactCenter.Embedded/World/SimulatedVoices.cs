using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>
/// Customers who say what they want, and some of them afterwards how it was: a few of those whose contact ended in the last minute, through
/// the hooks that flows call. What they say is made up here, for somebody who looks at the console; nothing is measured by it.
/// </summary>
public sealed class SimulatedVoices
{
    /// <summary>So many of a minute speak: enough to see something, and never felt by the time that passes.</summary>
    private const int MaximumOfMinute = 3;

    /// <summary>So large a part of them rates the contact afterwards.</summary>
    private const double Raters = 0.15;

    private static readonly string[] Wishes =
    [
        "I have lost my card and need it blocked right now", "Meine Karte ist weg, bitte sperren Sie sie",
        "Why was I charged twice for the same thing?", "When do you open on Saturday?", "I want to change my address", "Ich möchte meine Adresse ändern", "There is a payment that I did not make",
        "Da ist eine Abbuchung, die ich nicht kenne", "The app does not let me log in any more", "I forgot my password",
        "How do I get a new PIN?", "Wann kommt meine neue Karte?", "My transfer has not arrived, this is the third time I call!",
        "I would like to close my account", "Can I speak to a person please", "Ich will mit einem Menschen sprechen",
        "It is about the thing from yesterday", "Es geht um die Sache von neulich", "you said somebody would do it",
        "Do you sell umbrellas?", "I am very happy with your service, thank you", "How much is it abroad?",
    ];

    private static readonly (int Rating, string? Comment)[] Opinions =
    [
        (5, null), (5, "Quick and friendly, thank you."), (4, null), (4, "Hat gut funktioniert."), (3, null),
        (2, "I had to explain everything twice."), (1, "Zwanzig Minuten gewartet, dann aufgelegt."), (1, "Nobody could help me."),
    ];

    private readonly SeededRandom _chance;
    private readonly Queue<(string Queue, ContactChannel Channel)> _ended = new();
    private int _contacts;

    /// <summary>Listens to a center.</summary>
    /// <param name="center">The center.</param>
    /// <param name="seed">Everything that chance decides follows from it.</param>
    public SimulatedVoices(SimulatedSystem center, long seed)
    {
        ArgumentNullException.ThrowIfNull(center);
        _chance = new SeededRandom(seed, "voices");
        center.Observe(contact =>
        {
            if (_ended.Count < MaximumOfMinute)
            {
                _ended.Enqueue((contact.Queue, contact.Channel));
            }
        });
    }

    /// <summary>Lets those speak whose contact ended since it was asked last.</summary>
    /// <param name="center">The center that it listens to.</param>
    public async ValueTask SpeakAsync(SimulatedSystem center)
    {
        ArgumentNullException.ThrowIfNull(center);
        while (_ended.TryDequeue(out var contact))
        {
            var id = $"00000000-0000-4000-8000-{++_contacts:D12}";
            var wish = OneOf(Wishes);
            using var topic = JsonDocument.Parse(await center.AskAsync(
                EmbeddedFunction.ClassifyContact, _ => HookEvent.Call(id, new KeyValuePair<string, JsonNode?>("text", wish)), center.Now));
            if (_chance.Chance(Raters))
            {
                var (rating, comment) = OneOf(Opinions);
                _ = await center.AskAsync(
                    EmbeddedFunction.RecordSurvey,
                    _ => HookEvent.Call(
                        id,
                        new("rating", $"{rating}"),
                        new("comment", comment),
                        new("ratedQueue", contact.Queue),
                        new("topic", topic.RootElement.TryGetProperty("topic", out var name) ? name.GetString() : null)),
                    center.Now);
            }
        }
    }

    private T OneOf<T>(T[] list) => list[(int)(_chance.Next() * list.Length)];
}
