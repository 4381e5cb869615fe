using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// The language that a flow speaks: what is known of the contact, else the number that was called, else the first language of the
/// configuration. Nothing is said before.
/// </summary>
internal static class LanguageChoice
{
    private const string Block = "which-language";
    private const string KnownSuffix = "-known";
    private const string NumberSuffix = "-by-number";

    /// <summary>The block to begin with.</summary>
    public static string Start(FlowDesign design) => design.Languages.Count == 1 ? Speak(design.Languages[0], "") : Block;

    /// <summary>The block that looks again, once more is known of the contact.</summary>
    /// <param name="design">The design.</param>
    /// <param name="suffix">What the names of the blocks end with.</param>
    /// <param name="next">Where it goes on when there is nothing to choose from.</param>
    public static string Again(FlowDesign design, string suffix, string next) => design.Languages.Count == 1 ? next : $"{Block}{suffix}";

    /// <summary>Adds the choice at the beginning of a flow that contacts come in by.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="isCall">Calls have a number that was called, and a voice.</param>
    /// <param name="next">Where it goes on.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, bool isCall, string next)
    {
        var languages = design.Languages;
        var first = Speak(languages[0], "");
        var numbers = !isCall
            ? []
            : languages.SelectMany(language =>
                language.Numbers.Select(number => (Number: number, Target: Speak(language, NumberSuffix)))).ToArray();
        if (languages.Count > 1)
        {
            flow[Block] = new Choose("$.Attributes.language")
            {
                Ways = languages.ToDictionary(language => language.Code, language => Speak(language, KnownSuffix)),
                Otherwise = numbers.Length > 0 ? "which-number" : first,
            };
            AddChains(flow, design, languages, KnownSuffix, isCall, isAssumed: false, next);
            if (numbers.Length > 0)
            {
                flow["which-number"] = new Choose("$.SystemEndpoint.Address")
                {
                    Ways = numbers.ToDictionary(way => way.Number, way => way.Target),
                    Otherwise = first
                };
                AddChains(
                    flow,
                    design,
                    [.. languages.Where(language => language.Numbers.Count > 0)],
                    NumberSuffix,
                    isCall,
                    isAssumed: false,
                    next);
            }
        }

        // also where there is no other one: it is what the flow can speak, and not what the customer does
        AddChains(flow, design, [languages[0]], "", isCall, isAssumed: true, next);
    }

    /// <summary>Adds the choice of a flow that follows another one: what that one spoke.</summary>
    public static void AddFollowing(ContactFlow flow, FlowDesign design, string next)
    {
        var languages = design.Languages;
        if (languages.Count > 1)
        {
            flow[Block] = new Choose($"$.Attributes.{SpokenLanguage.Attribute}")
            {
                Ways = languages.Skip(1).ToDictionary(language => language.Code, language => Speak(language, "")),
                Otherwise = Speak(languages[0], ""),
            };
        }

        foreach (var language in languages)
        {
            var after = language.Voice is null ? next : $"voice-{language.Code}";
            flow[Speak(language, "")] = new SetSentences(language.Code, design.Sentences(language)) { Next = after, OnError = after };
            AddVoice(flow, language, "", next);
        }
    }

    /// <summary>Adds another look at what is known; whose language is not there goes on in the one before.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="isCall">Calls have a voice.</param>
    /// <param name="suffix">What the names of the blocks end with.</param>
    /// <param name="next">Where it goes on.</param>
    public static void AddAgain(ContactFlow flow, FlowDesign design, bool isCall, string suffix, string next)
    {
        if (design.Languages.Count == 1)
        {
            return;
        }

        flow[Again(design, suffix, next)] = new Choose("$.Attributes.language")
        {
            Ways = design.Languages.ToDictionary(language => language.Code, language => Speak(language, suffix)),
            Otherwise = next,
        };
        var recorded = RecordingConsent.Again(design, suffix, next);
        RecordingConsent.AddAgain(flow, design, suffix, next);
        AddChains(flow, design, design.Languages, suffix, isCall, isAssumed: false, recorded);
    }

    private static string Speak(FlowLanguage language, string suffix) => $"speak-{language.Code}{suffix}";

    // sentences, what bots and hooks are told, voice: each goes on whatever comes of it
    private static void AddChains(
        ContactFlow flow,
        FlowDesign design,
        IReadOnlyList<FlowLanguage> languages,
        string suffix,
        bool isCall,
        bool isAssumed,
        string next)
    {
        foreach (var language in languages)
        {
            var voice = language.Voice is null || !isCall ? next : $"voice-{language.Code}{suffix}";
            flow[Speak(language, suffix)] = new SetSentences(
                language.Code,
                design.Sentences(language))
            { Next = $"note-{language.Code}{suffix}", OnError = $"note-{language.Code}{suffix}" };
            flow[$"note-{language.Code}{suffix}"] = new SetAttributes(new Dictionary<string, string>
            {
                [SpokenLanguage.Attribute] = language.Code,
                [SpokenLanguage.AssumedAttribute] = isAssumed ? "yes" : "no",
            })
            {
                Next = $"locale-{language.Code}{suffix}",
                OnError = $"locale-{language.Code}{suffix}",
            };
            flow[$"locale-{language.Code}{suffix}"] = new SetLanguage(FlowSentences.Locale(language)!) { Next = voice, OnError = voice };
            if (isCall)
            {
                AddVoice(flow, language, suffix, next);
            }
        }
    }

    private static void AddVoice(ContactFlow flow, FlowLanguage language, string suffix, string next)
    {
        if (language.Voice is { } voice)
        {
            flow[$"voice-{language.Code}{suffix}"] = new SetVoice(voice, language.Engine) { Next = next, OnError = next };
        }
    }
}
