using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// Whether a contact is recorded: off, told or asked, by the flow, the number and the language, which are known before the queue is. What
/// was agreed to stands in an attribute of the contact; from there on a queue or a step can only take it back.
/// </summary>
internal static class RecordingConsent
{
    /// <summary>Attribute of the contact: <c>yes</c> or <c>no</c>.</summary>
    private const string Attribute = "recording";

    private const string Yes = "yes";

    /// <summary>Adds what finds it out, and says where it begins.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="isCall">Calls have a number that was called, and keys.</param>
    /// <param name="canAsk">Whether the customer can answer: by a key, or to a bot.</param>
    /// <param name="suffix">What the names of the blocks end with: a flow may ask in more than one place.</param>
    /// <param name="next">Where it goes on.</param>
    /// <param name="languages">The languages of those who come here; null: all.</param>
    public static string AddTo(
        ContactFlow flow, FlowDesign design, bool isCall, bool canAsk, string suffix, string next,
        IReadOnlyList<FlowLanguage>? languages = null)
    {
        if (design.Settings.Recording is not { } recording)
        {
            return next;
        }

        languages ??= design.Languages;

        // of several languages one is kept in the attribute; without it, it is the first one
        var ways = languages.ToDictionary(
            language => language.Code, language => AddNumbers(flow, design, isCall, canAsk, language, suffix));
        var start = Joined(
            flow, $"may-we-record{suffix}", $"$.Attributes.{SpokenLanguage.Attribute}", ways, ways[languages[0].Code]);
        IEnumerable<string?> entries = isCall ? recording.Entries.Select(entry => entry.Number).OfType<string>() : [];
        var consents = languages
            .SelectMany(language => entries.Append(null), (language, number) => Of(flow, design, canAsk, language, number))
            .ToHashSet();
        if (consents.Contains(Consent.Tell))
        {
            flow[$"tell-recording{suffix}"] = new Say(Sentence.Of(nameof(FlowTexts.RecordingNotice)))
            {
                Next = $"note-recording{suffix}",

                // who was not told is not recorded
                OnError = $"never-record{suffix}",
            };
        }

        if (consents.Contains(Consent.Ask))
        {
            flow[$"ask-recording{suffix}"] = Question(design, isCall, suffix);
        }

        if (consents.Contains(Consent.Tell) || consents.Contains(Consent.Ask))
        {
            FlowLanguage[] recorded =
            [
                .. languages.Where(language =>
                    entries.Append(null).Any(number => Of(flow, design, canAsk, language, number) != Consent.Off))
            ];
            var record = AddRecord(flow, design, recorded, "record", suffix, next);
            flow[$"note-recording{suffix}"] = Note(Yes, record);
        }

        flow[$"never-record{suffix}"] = Note("no", $"record-nothing{suffix}");
        flow[$"record-nothing{suffix}"] = new RecordNothing { Next = next };
        return start;
    }

    /// <summary>The block that records on, in what is spoken now; else where it goes on.</summary>
    /// <param name="design">The design.</param>
    /// <param name="suffix">What the names of the blocks end with.</param>
    /// <param name="next">Where it goes on.</param>
    public static string Again(FlowDesign design, string suffix, string next) =>
        design.Settings.Recording is null ? next : $"is-it-recorded{suffix}";

    /// <summary>Adds that block.</summary>
    public static void AddAgain(ContactFlow flow, FlowDesign design, string suffix, string next)
    {
        if (design.Settings.Recording is not null)
        {
            flow[Again(design, suffix, next)] = new Choose($"$.Attributes.{Attribute}")
            {
                Ways = new Dictionary<string, string> { [Yes] = AddRecord(flow, design, design.Languages, "record-again", suffix, next) },
                Otherwise = next,
            };
        }
    }

    /// <summary>Whether a step must not be recorded, and would be.</summary>
    public static bool Pauses(FlowDesign design, RecordingStep step) =>
        design.Settings.Recording is { Automated: true } recording && recording.Paused.Contains(step);

    /// <summary>The block that asks whether the chosen queue may be recorded; else where it goes on.</summary>
    public static string BeforeQueue(FlowDesign design, string next) => Silent(design).Length == 0 ? next : "may-this-queue-record";

    /// <summary>Adds that block.</summary>
    public static void AddBeforeQueue(ContactFlow flow, FlowDesign design, string next)
    {
        if (Silent(design) is { Length: > 0 } silent)
        {
            flow[BeforeQueue(design, next)] = new Choose("$.Attributes.routedQueue")
            {
                Ways = silent.ToDictionary(queue => queue, _ => "stop-recording"),
                Otherwise = next,
            };
            flow["stop-recording"] = new RecordNothing { Next = next };
        }
    }

    /// <summary>Whether nothing is recorded that is in the default queue.</summary>
    public static bool IsDefaultSilent(FlowDesign design) => Silent(design).Contains(design.DefaultQueue.Name);

    /// <summary>Queues that are never recorded, as the module that routes names them; without an answer it is the default one.</summary>
    private static string[] Silent(FlowDesign design)
    {
        if (design.Settings.Recording is null)
        {
            return [];
        }

        string[] silent = [.. design.Queues.Where(queue => queue.IsNeverRecorded).Select(queue => queue.Name)];
        var routed = design.Hooks.RouteContact.Attributes.Single(kept => kept.Name == "routedQueue");
        return silent.Contains(design.DefaultQueue.Name) ? [.. silent, routed.Prepared] : silent;
    }

    private static Consent Of(ContactFlow flow, FlowDesign design, bool canAsk, FlowLanguage language, string? number) =>
        design.Settings.Recording!.For(flow.Name, language.Code, number) switch
        {
            Consent.Ask when !canAsk => Consent.Off,
            var consent => consent,
        };

    private static string AddNumbers(
        ContactFlow flow, FlowDesign design, bool isCall, bool canAsk, FlowLanguage language, string suffix)
    {
        var otherwise = Way(null);
        string[] numbers = isCall ? [.. design.Settings.Recording!.Entries.Select(entry => entry.Number).OfType<string>().Distinct()] : [];
        return Joined(
            flow,
            $"may-we-record-{language.Code}{suffix}",
            "$.SystemEndpoint.Address",
            numbers.ToDictionary(number => number, Way, StringComparer.Ordinal),
            otherwise);

        string Way(string? number) => Of(flow, design, canAsk, language, number) switch
        {
            Consent.Tell => $"tell-recording{suffix}",
            Consent.Ask => $"ask-recording{suffix}",
            _ => $"never-record{suffix}",
        };
    }

    /// <summary>A choice where there is one.</summary>
    private static string Joined(ContactFlow flow, string name, string value, Dictionary<string, string> ways, string otherwise)
    {
        if (ways.Values.All(way => way == otherwise))
        {
            return otherwise;
        }

        flow[name] = new Choose(value) { Ways = ways, Otherwise = otherwise };
        return name;
    }

    private static FlowBlock Question(FlowDesign design, bool isCall, string suffix)
    {
        var (question, yes, no) = (Sentence.Of(nameof(FlowTexts.RecordingQuestion)), $"note-recording{suffix}", $"never-record{suffix}");
        return isCall
            ? new AskKey(question, 5)
            {
                Keys = new Dictionary<string, string> { ["1"] = yes },
                OnSilence = no,
                OnOtherKey = no,
                OnError = no,
            }
            : new AskBot(question, design.Bot!)
            {
                Told = design.ToldToBot,
                Intents = new Dictionary<string, string> { [design.Settings.YesIntent] = yes },
                OnOtherIntent = no,
                OnSilence = no,
                OnError = no,
            };
    }

    private static SetAttributes Note(string answer, string next) =>
        new(new Dictionary<string, string> { [Attribute] = answer }) { Next = next, OnError = next };

    // the language is analysed; the flow language takes no reference for it
    private static string AddRecord(
        ContactFlow flow, FlowDesign design, IReadOnlyList<FlowLanguage> languages, string name, string suffix, string next)
    {
        var recording = design.Settings.Recording!;
        var blocks = languages.Select(design.AnalysedLanguage).Distinct().ToDictionary(
            language => language ?? "",
            language => new RecordContact(language, recording.KeepsOriginals, recording.Automated) { Next = next });
        if (blocks.Count == 1)
        {
            flow[$"{name}{suffix}"] = blocks.Values.Single();
            return $"{name}{suffix}";
        }

        var ways = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            ways[language.Code] = $"{name}-{language.Code}{suffix}";
            flow[ways[language.Code]] = blocks[design.AnalysedLanguage(language) ?? ""];
        }

        flow[$"{name}{suffix}"] = new Choose($"$.Attributes.{SpokenLanguage.Attribute}")
        {
            Ways = ways,
            Otherwise = ways[languages[0].Code],
        };
        return $"{name}{suffix}";
    }
}
