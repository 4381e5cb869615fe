using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Deployment.Synthetic;

/// <summary>
/// The synthetic contacts of a configuration: one for each flow that customers come in by and each language that it speaks, and those of
/// the configuration's own flows. Pure.
/// </summary>
public static class SyntheticContacts
{
    /// <summary>
    /// The Regions in which Amazon Connect has test cases for its API (AWS, "What's new", 2026-02-02). In another one chats alone are
    /// tried.
    /// </summary>
    private static readonly HashSet<string> RegionsOfTestCases = new(StringComparer.Ordinal)
    {
        "af-south-1", "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
        "eu-west-2", "us-east-1", "us-west-2",
    };

    /// <summary>Whether contacts are test cases of Amazon Connect; else those that are chats are begun as chats.</summary>
    public static bool HasTestCases(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Synthetic is { TestCases: true } && RegionsOfTestCases.Contains(configuration.Instance.Region);
    }

    /// <summary>Every contact that can be tried: without test cases these are the chats.</summary>
    public static IReadOnlyList<SyntheticContact> Tried(ContactCenterConfiguration configuration) =>
        HasTestCases(configuration) ? Of(configuration) : [.. Of(configuration).Where(static contact => contact.IsChat)];

    /// <summary>Calls that are really dialled, one for each number; none where the configuration does not ask for them.</summary>
    /// <param name="configuration">A configuration without problems.</param>
    public static IReadOnlyList<SyntheticContact> Dialled(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration is not { Synthetic.Calls: { } calls, Flows: { ModulesOnly: false } flows })
        {
            return [];
        }

        var languages = FlowSentences.Languages(flows);
        return
        [
            .. calls.To.Select(number =>
            {
                var language = languages.FirstOrDefault(known => known.Numbers.Contains(number)) ?? languages[0];
                return new SyntheticContact
                {
                    Id = $"call-{number.TrimStart('+')}",
                    Flow = DeploymentNames.Of(configuration).Flow(SystemFlows.Inbound),
                    DeployedFlow = SystemFlows.Inbound,
                    Language = language.Code,
                    Locale = FlowSentences.Locale(language) ?? language.Code,
                    Number = number,
                    From = calls.From,
                    Every = calls.Every,
                    Hears = "",
                };
            }),
        ];
    }

    /// <summary>What is said at the end that calls, to whoever may have the number by now.</summary>
    /// <param name="language">Two-letter code; one without a table is English.</param>
    public static string SaidByCaller(string language) => Translation.Into(language).Of(Sentences.SyntheticCallSaid);

    /// <summary>All but those that are dialled, those of the deployed flows first.</summary>
    /// <param name="configuration">A configuration without problems; a bot that is deployed may stand in it by its ids.</param>
    public static IReadOnlyList<SyntheticContact> Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.Synthetic is not { } settings)
        {
            return [];
        }

        configuration = Bots(configuration);
        var contacts = Deployed(configuration, settings).ToList();
        foreach (var own in settings.Contacts.Where(static contact => !IsDeployed(contact.Flow))
            .Select(contact => Own(contact, configuration)).OfType<SyntheticContact>())
        {
            // names of flows that differ only where an id has a dash
            contacts.Add(contacts.Exists(other => other.Id == own.Id)
                ? own with { Id = $"{own.Id}-{Fingerprint.Of(own.Flow).ToLowerInvariant()}" }
                : own);
        }

        return contacts;
    }

    /// <summary>Whether a flow is one that customers come in by and that this deployment brings.</summary>
    public static bool IsDeployed(string flow) => flow is SystemFlows.Inbound or SystemFlows.Chat;

    /// <summary>The number by which a language is called; null where none is known.</summary>
    private static string? Number(FlowLanguage language) => language.Numbers is [var number, ..] ? number : null;

    private static ContactCenterConfiguration Bots(ContactCenterConfiguration configuration) =>
        configuration.Flows?.Bot is { } name && configuration.Bots.Any(bot => bot.Name == name)
            ? configuration
            : DeployedBot.In(configuration);

    private static IEnumerable<SyntheticContact> Deployed(ContactCenterConfiguration configuration, SyntheticSettings settings)
    {
        if (configuration.Flows is not { ModulesOnly: false } flows)
        {
            yield break;
        }

        foreach (var flow in (string[])[SystemFlows.Inbound, SystemFlows.Chat])
        {
            foreach (var language in FlowSentences.Languages(flows))
            {
                yield return Deployed(configuration, flows, flow, language, Said(settings, flow, language.Code));
            }
        }
    }

    private static SyntheticContact Deployed(
        ContactCenterConfiguration configuration, FlowSettings flows, string flow, FlowLanguage language,
        SyntheticContactSettings? otherwise)
    {
        var isChat = flow == SystemFlows.Chat;
        var bot = Bot(configuration, flows, language);
        var menu = isChat || bot is not null
            ? null
            : flows.Menu.FirstOrDefault(entry => entry.Key == otherwise?.Key) ?? (flows.Menu is [var first, ..] ? first : null);
        return new SyntheticContact
        {
            Id = Id(flow, language.Code),
            Flow = DeploymentNames.Of(configuration).Flow(flow),
            DeployedFlow = flow,
            Language = language.Code,
            Locale = FlowSentences.Locale(language) ?? language.Code,
            IsChat = isChat,
            Number = isChat ? null : Number(language),
            Hears = otherwise?.Hears ?? First(flows, flow, language, menu is not null),
            BotArn = bot,
            Refuses = isChat && bot is not null && flows.Recording?.For(flow, language.Code, number: null) == Consent.Ask
                ? Phrase(language, DeployedBot.No)
                : null,
            Says = otherwise?.Says ?? (bot is null && !isChat ? null : Phrase(language, DeployedBot.Agent)),
            Key = menu?.Key,
            Queue = Queue(configuration, otherwise?.Queue ?? (menu is null ? null : Topic(configuration, menu.Topic))),
        };
    }

    /// <summary>
    /// The language in which a contact with a flow of one's own is spoken to: the first of the flows where nothing is said.
    /// </summary>
    public static string LanguageOfOwn(SyntheticContactSettings contact, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Language ?? FlowLanguageOf(contact, configuration)?.Code ?? "en";
    }

    private static FlowLanguage? FlowLanguageOf(SyntheticContactSettings contact, ContactCenterConfiguration configuration) =>
        configuration.Flows is { } flows
            ? FlowSentences.Languages(flows).FirstOrDefault(known => contact.Language is null || known.Code == contact.Language)
            : null;

    private static SyntheticContact? Own(SyntheticContactSettings contact, ContactCenterConfiguration configuration)
    {
        var language = FlowLanguageOf(contact, configuration);
        var code = LanguageOfOwn(contact, configuration);
        return configuration.ContactFlows.FirstOrDefault(flow => flow.Name == contact.Flow) is { Id: { } id } && contact.Hears is { } hears
            ? new SyntheticContact
            {
                Id = Id(contact.Flow, code),
                Flow = contact.Flow,
                FlowId = id,
                Language = code,
                Locale = FlowSentences.Locale(language ?? new FlowLanguage { Code = code }) ?? code,
                IsChat = contact.IsChat == true,
                Hears = hears,
                Says = contact.Says,
                Key = contact.Key,
                Queue = configuration.Queues.FirstOrDefault(queue => queue.Name == contact.Queue && queue.Id is not null),
            }
            : null;
    }

    private static SyntheticContactSettings? Said(SyntheticSettings settings, string flow, string language) =>
        settings.Contacts.FirstOrDefault(contact => contact.Flow == flow && contact.Language == language)
        ?? settings.Contacts.FirstOrDefault(contact => contact.Flow == flow && contact.Language is null);

    /// <summary>
    /// What is heard before anything is asked: texts that follow one another are one to Amazon Connect until a customer does something.
    /// </summary>
    private static string First(FlowSettings flows, string flow, FlowLanguage language, bool hasMenu)
    {
        var said = FlowSentences.Of(flows, language);
        var consent = flows.Recording?.For(flow, language.Code, Number(language));
        var isAsked = consent == Consent.Ask && flow == SystemFlows.Inbound;
        string?[] first =
        [
            Sentence(nameof(FlowTexts.Greeting)),
            consent == Consent.Tell ? Sentence(nameof(FlowTexts.RecordingNotice)) : null,
            isAsked ? Sentence(nameof(FlowTexts.RecordingQuestion)) : null,
            hasMenu && !isAsked ? said.GetValueOrDefault(FlowSentences.Menu) : null,
        ];
        return string.Join(' ', first.OfType<string>());

        string? Sentence(string property) => said.GetValueOrDefault(FlowSentences.Name(property));
    }

    private static string? Bot(ContactCenterConfiguration configuration, FlowSettings flows, FlowLanguage language)
    {
        var listens = !DeployedBot.IsIn(configuration) || LexLocales.Of(language) is not null;
        var instance = configuration.Instance;
        return listens && configuration.Bots.FirstOrDefault(bot => bot.Name == flows.Bot) is { } known
            ? $"arn:{instance.Partition}:lex:{instance.Region}:{instance.AccountId}:bot-alias/{known.BotId}/{known.AliasId}"
            : null;
    }

    /// <summary>
    /// The longest of what customers say for an intent. That a person is wanted leads into the default queue by every flow, also where a
    /// bot of one's own does not understand it.
    /// </summary>
    private static string Phrase(FlowLanguage language, string intent)
    {
        var locale = LexLocales.Of(language) ?? LexLocales.Of(new FlowLanguage { Code = "en" })!;
        return BotPhrases.Of(locale).First(known => known.Intent == intent).Said.OrderByDescending(static phrase => phrase.Length).First();
    }

    private static string? Topic(ContactCenterConfiguration configuration, string topic) =>
        configuration.Routing.Topics.GetValueOrDefault(topic)?.Queue;

    private static QueueSettings? Queue(ContactCenterConfiguration configuration, string? name)
    {
        QueueSettings[] queues = [.. configuration.Queues.Where(static queue => queue.Id is not null)];
        return Array.Find(queues, queue => queue.Name == name)
            ?? Array.Find(queues, queue => queue.Name == configuration.Routing.DefaultQueue)
            ?? queues.FirstOrDefault();
    }

    /// <summary>Names of flows may have characters that names of alarms and test cases must not have.</summary>
    private static string Id(string flow, string language) =>
        $"{string.Concat(flow.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'))}-{language}";
}
