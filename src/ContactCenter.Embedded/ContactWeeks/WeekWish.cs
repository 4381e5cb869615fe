using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.ContactWeeks;

/// <summary>
/// What a customer wants, and how one contact about it goes: all that chance deals to it, from a stream of its own, so that a week with
/// self-service and one without have the same customers.
/// </summary>
internal sealed class WeekWish
{
    /// <summary>Share of customers whose wish a dialogue could finish.</summary>
    public const double Routine = 0.35;

    /// <summary>Share of customers of a segment that counts as valuable, where the file names one.</summary>
    public const double Valuable = 0.1;

    /// <summary>Those who ask for a person at once.</summary>
    public const double WantsPerson = 0.15;

    /// <summary>Answers that are none: silence, something else, noise.</summary>
    public const double Mumbles = 0.1;

    /// <summary>Agents who did not settle it.</summary>
    public const double AgentUnsettled = 0.12;

    /// <summary>Dialogues that did something, and not what was wanted.</summary>
    public const double DialogueUnsettled = 0.05;

    /// <summary>Of those who gave up or were not settled, who is in touch again.</summary>
    public const double ComesBack = 0.7;

    /// <summary>How long an agent has a contact, on average.</summary>
    public static readonly TimeSpan Handled = TimeSpan.FromMinutes(5);

    /// <summary>How long a customer waits before giving up, on average.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>After what time who comes back does, on average.</summary>
    public static readonly TimeSpan BackAfter = TimeSpan.FromHours(3);

    private static readonly TimeSpan BackAtLeast = TimeSpan.FromMinutes(10);

    private readonly SeededRandom _talk;
    private readonly double _settled;

    /// <summary>A contact of a customer.</summary>
    /// <param name="seed">The seed of the week.</param>
    /// <param name="customer">Which customer.</param>
    /// <param name="attempt">Which contact of the customer, from 0.</param>
    /// <param name="configuration">The file, with its dialogues.</param>
    public WeekWish(long seed, int customer, int attempt, ContactCenterConfiguration configuration)
    {
        var who = new SeededRandom(seed, $"customer/{customer}");
        var routine = who.Next() < Routine;
        var which = who.Next();
        Dialogue = routine && configuration.Dialogues is { Count: > 0 } dialogues
            ? dialogues[(int)(which * dialogues.Count)]
            : null;
        var valuable = configuration.Contacts.Escalation?.ValuableSegments;
        Segment = who.Next() < Valuable && valuable is { Count: > 0 } ? valuable[0] : null;
        var contact = new SeededRandom(seed, $"customer/{customer}/{attempt}");
        GivesUpAfter = TimeSpan.FromSeconds(contact.Exponential(Patience.TotalSeconds));
        HandledIn = TimeSpan.FromSeconds(contact.Exponential(Handled.TotalSeconds));
        BackIn = BackAtLeast + TimeSpan.FromSeconds(contact.Exponential(BackAfter.TotalSeconds));
        IsComingBack = contact.Next() < ComesBack;
        _settled = contact.Next();
        AsksForPerson = contact.Next() < WantsPerson;
        _talk = new SeededRandom(seed, $"customer/{customer}/{attempt}/talk");
    }

    /// <summary>The dialogue that could finish it, or null: it is for an agent.</summary>
    public DialogueSettings? Dialogue { get; }

    /// <summary>Segment of the customer, or null.</summary>
    public string? Segment { get; }

    /// <summary>Whether the customer asks for a person instead of answering.</summary>
    public bool AsksForPerson { get; }

    /// <summary>How long the customer waits in a queue.</summary>
    public TimeSpan GivesUpAfter { get; }

    /// <summary>How long an agent has it.</summary>
    public TimeSpan HandledIn { get; }

    /// <summary>After what time the customer is in touch again, if at all.</summary>
    public TimeSpan BackIn { get; }

    /// <summary>Whether the customer is in touch again where it was not settled.</summary>
    public bool IsComingBack { get; }

    /// <summary>Whether it was settled by whoever had it.</summary>
    /// <param name="byAgent">True: by an agent.</param>
    public bool IsSettled(bool byAgent) => _settled >= (byAgent ? AgentUnsettled : DialogueUnsettled);

    /// <summary>What the customer says to a dialogue that waits for something; empty for silence.</summary>
    /// <param name="state">Where the dialogue stands.</param>
    /// <param name="today">The day.</param>
    public string Says(DialogueState state, DateOnly today)
    {
        if (AsksForPerson)
        {
            return "agent";
        }

        if (state.Step != DialogueStep.Closing && _talk.Next() < Mumbles)
        {
            return _talk.Next() < 0.5 ? "" : "hm well";
        }

        return state.Step switch
        {
            DialogueStep.Confirm => "yes",
            DialogueStep.Closing => "no thanks",
            _ => Value(Dialogue!.Fields[state.Field], today),
        };
    }

    /// <summary>A value that the field takes, as a customer says it.</summary>
    private string Value(DialogueField field, DateOnly today) => field.Kind switch
    {
        DialogueFieldKind.CardEnding => Digits(4),
        DialogueFieldKind.Digits => Digits((int)(field.Minimum ?? 6)),
        DialogueFieldKind.Amount => ((int)Between(field.Minimum ?? 10, field.Maximum ?? 1000)).ToString(CultureInfo.InvariantCulture),
        DialogueFieldKind.Date => today.AddDays((int)Between(Math.Max(field.Minimum ?? 1, 1), Math.Min(field.Maximum ?? 30, 30)))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DialogueFieldKind.Choice => field.Choices[(int)(_talk.Next() * field.Choices.Count)] is var choice
            && choice.Words.GetValueOrDefault("en") is [var word, ..]
                ? word
                : "1",
        _ => "as it was before",
    };

    private double Between(double least, double most) => least + (_talk.Next() * Math.Max(most - least, 0));

    /// <summary>The first is no zero.</summary>
    private string Digits(int count) => string.Concat(Enumerable.Range(0, Math.Max(count, 1))
        .Select(i => (char)('0' + (int)(i == 0 ? 1 + (_talk.Next() * 9) : _talk.Next() * 10))));
}
