using System.Text.Json;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// Every sentence of the flows in one language: the configured words, else the packaged ones of that language. No sentence falls back to
/// another language on its own, because nobody understands half a conversation; a customer whose language is not there is spoken to in the
/// first one.
/// </summary>
public static class FlowSentences
{
    /// <summary>Bytes of the attributes of a flow at most: those of a contact (administrator guide, service quotas).</summary>
    public const int MaximumBytes = 32 * 1024;

    /// <summary>The name of the menu, all choices of which are one sentence.</summary>
    public const string Menu = "menu";

    /// <summary>
    /// Sentences with a value in the middle, which is known only when they are said: their two parts, before and after it.
    /// </summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        [Name(nameof(FlowTexts.Position))] = "{count}",
        [Name(nameof(FlowTexts.Wait))] = "{minutes}",
    };

    private static readonly (string Name, Func<FlowTexts, string?> Get)[] All =
    [
        (Name(nameof(FlowTexts.Greeting)), static texts => texts.Greeting),
        (Name(nameof(FlowTexts.RecordingNotice)), static texts => texts.RecordingNotice),
        (Name(nameof(FlowTexts.RecordingQuestion)), static texts => texts.RecordingQuestion),
        (Name(nameof(FlowTexts.Question)), static texts => texts.Question),
        (Name(nameof(FlowTexts.MenuChoice)), static texts => texts.MenuChoice),
        (Name(nameof(FlowTexts.OneMoment)), static texts => texts.OneMoment),
        (Name(nameof(FlowTexts.LookingForAgent)), static texts => texts.LookingForAgent),
        (Name(nameof(FlowTexts.Position)), static texts => texts.Position),
        (Name(nameof(FlowTexts.Wait)), static texts => texts.Wait),
        (Name(nameof(FlowTexts.OfferCallback)), static texts => texts.OfferCallback),
        (Name(nameof(FlowTexts.AskNumber)), static texts => texts.AskNumber),
        (Name(nameof(FlowTexts.CallbackArranged)), static texts => texts.CallbackArranged),
        (Name(nameof(FlowTexts.CallbackLater)), static texts => texts.CallbackLater),
        (Name(nameof(FlowTexts.CallRefused)), static texts => texts.CallRefused),
        (Name(nameof(FlowTexts.Closed)), static texts => texts.Closed),
        (Name(nameof(FlowTexts.OfferCallbackWhenOpen)), static texts => texts.OfferCallbackWhenOpen),
        (Name(nameof(FlowTexts.CallAgain)), static texts => texts.CallAgain),
        (Name(nameof(FlowTexts.WriteAgain)), static texts => texts.WriteAgain),
        (Name(nameof(FlowTexts.ChatRefused)), static texts => texts.ChatRefused),
        (Name(nameof(FlowTexts.DidItHelp)), static texts => texts.DidItHelp),
        (Name(nameof(FlowTexts.Helped)), static texts => texts.Helped),
        (Name(nameof(FlowTexts.Patience)), static texts => texts.Patience),
        (Name(nameof(FlowTexts.RateCall)), static texts => texts.RateCall),
        (Name(nameof(FlowTexts.RateChat)), static texts => texts.RateChat),
        (Name(nameof(FlowTexts.Thanks)), static texts => texts.Thanks),
    ];

    /// <summary>The languages of the flows, the first one for everybody whose own is not there.</summary>
    public static IReadOnlyList<FlowLanguage> Languages(FlowSettings flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return flows.Languages.Count > 0 ? flows.Languages : [new FlowLanguage { Code = "en" }];
    }

    /// <summary>Two-letter code of what agents read of the flows; null where there are none.</summary>
    public static string? AgentLanguage(FlowSettings? flows) =>
        flows is null ? null : flows.AgentReports?.Language ?? Languages(flows)[0].Code;

    /// <summary>The language of the guide beside a contact; null where there are no flows.</summary>
    public static string? GuideLanguage(FlowSettings? flows) => flows?.AgentGuide?.Language ?? AgentLanguage(flows);

    /// <summary>The locale of a language; null when it needs to be told.</summary>
    public static string? Locale(FlowLanguage language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Locale ?? language.Code switch { "en" => "en-US", "de" => "de-DE", _ => null };
    }

    /// <summary>Names of sentences that a language lacks, as the configuration has them.</summary>
    public static IReadOnlyList<string> Missing(FlowSettings flows, FlowLanguage language)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(language);
        return
        [
            .. All.Where(sentence => IsSaid(flows, sentence.Name) && Say(language, sentence.Get) is null)
                .Select(static sentence => sentence.Name)
        ];
    }

    /// <summary>
    /// What is said in a language, by the name that flows refer to. A sentence with a value has two parts, such as <c>waitBefore</c> and
    /// <c>waitAfter</c>. What is missing is left out.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(FlowSettings flows, FlowLanguage language)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(language);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, get) in All)
        {
            if (!IsSaid(flows, name) || Say(language, get) is not { } text)
            {
                continue;
            }

            if (name == Name(nameof(FlowTexts.MenuChoice)))
            {
                AddMenu(said, flows, language, text);
            }
            else if (Values.TryGetValue(name, out var value))
            {
                var at = text.IndexOf(value, StringComparison.Ordinal);
                said[Before(name)] = text[..at].Trim();
                said[After(name)] = text[(at + value.Length)..].Trim();
            }
            else
            {
                said[name] = text;
            }
        }

        return said;
    }

    /// <summary>The part of a sentence before its value.</summary>
    public static string Before(string name) => $"{name}Before";

    /// <summary>The part of a sentence after its value.</summary>
    public static string After(string name) => $"{name}After";

    /// <summary>The name of a sentence as the configuration has it.</summary>
    /// <param name="property">Name of the member of <see cref="FlowTexts"/>.</param>
    public static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>Of recordings nothing is said where nobody is told or asked.</summary>
    private static bool IsSaid(FlowSettings flows, string name) =>
        name == Name(nameof(FlowTexts.RecordingNotice)) ? flows.Recording?.Needs(Consent.Tell) == true
        : name != Name(nameof(FlowTexts.RecordingQuestion)) || flows.Recording?.Needs(Consent.Ask) == true;

    private static void AddMenu(Dictionary<string, string> said, FlowSettings flows, FlowLanguage language, string choice)
    {
        var isFirst = Languages(flows)[0].Code == language.Code;
        var choices = flows.Menu.Select(entry =>
            (entry.Key, Text: entry.Texts.GetValueOrDefault(language.Code) ?? (isFirst ? entry.Text : null)))
            .Where(static entry => entry.Text is not null)
            .Select(entry =>
                choice.Replace("{choice}", entry.Text, StringComparison.Ordinal).Replace("{key}", entry.Key, StringComparison.Ordinal))
            .ToArray();
        if (choices.Length > 0)
        {
            said[Menu] = string.Join(' ', choices);
        }
    }

    private static string? Say(FlowLanguage language, Func<FlowTexts, string?> get) =>
        get(language.Texts) ?? (PackagedTexts.For(language.Code) is { } packaged ? get(packaged) : null);
}
