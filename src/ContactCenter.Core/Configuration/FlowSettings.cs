using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>The contact flows that a deployment brings. Without this section it brings the hooks only.</summary>
public sealed record FlowSettings
{
    [Description("The bot that listens to callers and chats: the name of one in bots. Without it callers choose by keys.")]
    public string? Bot { get; set; }

    [Description(
        "A bot of Amazon Lex that the deployment brings, where flows.bot names none of your own: {} deploys it. Without it, or with null, callers choose by keys.")]
    public DeployedBotSettings? DeployedBot { get; set; }

    [Description(
        "Session attribute in which the code hook of your own bot keeps what it has heard. Without it the flows read $.Lex.InputTranscript, which is not there in every account.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_]{0,63}$")]
    public string? WordsAttribute { get; set; }

    [Description("False when the bot is associated with the instance already, as from another environment or from the console.")]
    public bool AssociatesBot { get; set; } = true;

    [Description(
        "true: only the modules around the hooks are deployed, for flows of your own, and the flow of incidents' tasks. Without it the flows are, too.")]
    public bool ModulesOnly { get; set; }

    [Description("Intent of the bot for customers who want a person.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$", ErrorMessage = Findings.FormIntent)]
    public string AgentIntent { get; set; } = "Agent";

    [Description("Intent of the bot for customers who say yes.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$", ErrorMessage = Findings.FormIntent)]
    public string YesIntent { get; set; } = "Yes";

    [Description(
        "The languages that the flows speak, with their voices and words. Customers whose language is not among them, or not known, are spoken to in the first one. Without any it is English.")]
    public IReadOnlyList<FlowLanguage> Languages { get; set; } = [];

    [Description("What callers choose from by keys, where no bot listens or it has heard nothing.")]
    public IReadOnlyList<MenuSettings> Menu { get; set; } = [];

    [Description(
        "The queue of tasks and e-mails that no other one took for most of a day, owned by somebody. Without it the default queue.")]
    public string? UnclaimedQueue { get; set; }

    [Description(
        "true: Amazon Connect replicates the flows to a second Region (Global Resiliency), where hooks and bot have the same names; ARNs in flows then name the Region that serves the contact.")]
    public bool Replicated { get; set; }

    [Description(
        "What is recorded and analysed of calls and chats, and how customers agree to it. Without it nothing is, and no flow says anything of it.")]
    public RecordingSettings? Recording { get; set; }

    [Description(
        "The step-by-step guide in which agents report what is wrong from their workspace: {} deploys it. Without it, or with null, there is none.")]
    public AgentReportSettings? AgentReports { get; set; }

    [Description(
        "The step-by-step guide that shows agents beside a contact what it is about and what could help, and takes corrections of the topic by a click: {} deploys it. Without it, or with null, there is none.")]
    public AgentGuideSettings? AgentGuide { get; set; }
}

/// <summary>The step-by-step guide beside a contact: what it is about, what could help, and what was it really about.</summary>
public sealed record AgentGuideSettings
{
    [Description("Language that agents read: en or de. Without it that of agentReports, else the first of the flows.")]
    [RegularExpression("^(en|de)$", ErrorMessage = "en or de")]
    public string? Language { get; set; }

    [Description(
        "false: the flows of this deployment do not show the guide beside each contact, because agents have another one there or reach it otherwise.")]
    public bool OnContacts { get; set; } = true;
}

/// <summary>The step-by-step guide in which agents report what is wrong.</summary>
public sealed record AgentReportSettings
{
    [Description("Language that agents read: en or de. Without it the first of the flows.")]
    [RegularExpression("^(en|de)$", ErrorMessage = "en or de")]
    public string? Language { get; set; }

    [Description(
        "false: the flows of this deployment do not show the guide beside each contact, because agents have another one there or reach it otherwise.")]
    public bool OnContacts { get; set; } = true;
}

/// <summary>What is recorded, and how customers agree to it: known before the queue is.</summary>
public sealed record RecordingSettings
{
    [Description(
        "off: nothing is recorded; tell: customers are told; ask: only those who agree are recorded. It holds where no entry says otherwise.")]
    public Consent Consent { get; set; } = Consent.Tell;

    [Description(
        "Flows, numbers and languages for which something else holds. The entry that names most of a contact counts, the first of several.")]
    public IReadOnlyList<RecordingEntry> Entries { get; set; } = [];

    [Description(
        "true: the originals are kept beside the recordings and transcripts in which Contact Lens has redacted what is personal.")]
    public bool KeepsOriginals { get; set; }

    [Description("true: what a caller hears, says and keys in before an agent is there is recorded too.")]
    public bool Automated { get; set; }

    [Description(
        "Steps in which nothing is recorded, because customers give what must not be kept: words (to the bot), number (keyed in).")]
    public IReadOnlyList<RecordingStep> Paused { get; set; } = [];

    /// <summary>What holds for a contact.</summary>
    /// <param name="flow">The flow that it comes in by.</param>
    /// <param name="language">Two-letter code of what is spoken.</param>
    /// <param name="number">The number that was called; null for another one, or for none.</param>
    public Consent For(string flow, string language, string? number) => Entries
        .Where(entry => (entry.Flow is null || entry.Flow == flow) && (entry.Language is null || entry.Language == language)
            && (entry.Number is null || entry.Number == number))
        .OrderByDescending(static entry => entry.Named)
        .FirstOrDefault()?.Consent ?? Consent;

    /// <summary>Whether somebody is told, or asked.</summary>
    public bool Needs(Consent consent) => Consent == consent || Entries.Any(entry => entry.Consent == consent);
}

/// <summary>How customers agree to being recorded where they come in.</summary>
public sealed record RecordingEntry
{
    [Description("The flow of the deployment: inbound or chat. Without it both.")]
    [RegularExpression("^(inbound|chat)$", ErrorMessage = Findings.FormFlow)]
    public string? Flow { get; set; }

    [Description("The number of the center that was called, such as +49691234567. Without it any.")]
    [RegularExpression("^\\+[1-9][0-9]{5,14}$", ErrorMessage = Findings.FormNumber)]
    public string? Number { get; set; }

    [Description("Two-letter code of the language that is spoken, one of the flows. Without it any.")]
    [RegularExpression("^[a-z]{2}$", ErrorMessage = Findings.FormTwoLetters)]
    public string? Language { get; set; }

    [Description("off, tell or ask.")]
    public required Consent Consent { get; set; }

    /// <summary>How much of a contact it names.</summary>
    internal int Named => (Flow is null ? 0 : 1) + (Language is null ? 0 : 1) + (Number is null ? 0 : 1);
}

/// <summary>How customers agree to being recorded.</summary>
[JsonConverter(typeof(NamedEnumConverter<Consent>))]
public enum Consent
{
    /// <summary>Nothing is recorded.</summary>
    Off,

    /// <summary>They are told, and may hang up.</summary>
    Tell,

    /// <summary>They are asked, and are recorded only when they say yes.</summary>
    Ask,
}

/// <summary>A step of the flows in which customers give something.</summary>
[JsonConverter(typeof(NamedEnumConverter<RecordingStep>))]
public enum RecordingStep
{
    /// <summary>What they say to the bot.</summary>
    Words,

    /// <summary>A telephone number that they key in.</summary>
    Number,
}

/// <summary>The bot that a deployment brings: it hears customers and knows six intents; what they want is classified here.</summary>
public sealed record DeployedBotSettings
{
    [Description("true where the bot is made for children under 13 (COPPA): Amazon Lex then stores nothing of what they say.")]
    public bool ChildDirected { get; set; }
}

/// <summary>An Amazon Lex V2 bot of the IVR.</summary>
public sealed record BotSettings
{
    /// <summary>A language, and where it is spoken.</summary>
    internal const string LocalePattern = "^[a-z]{2,3}(_[A-Z0-9]{2,3})?$";

    [Description("Name by which people know the bot.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Name { get; set; }

    [Description("Bot id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$", ErrorMessage = Findings.FormLexId)]
    public required string BotId { get; set; }

    [Description("Alias id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$", ErrorMessage = Findings.FormLexId)]
    public required string AliasId { get; set; }

    [Description("Locale, such as en_US.")]
    [RegularExpression(LocalePattern)]
    public string Locale { get; set; } = "en_US";

    [Description("Further locales in which customers talk to the bot, such as de_DE: Amazon Lex publishes its metrics for each.")]
    public IReadOnlyList<string> MoreLocales { get; set; } = [];

    [Description("Whether chats talk to the bot too. Without it: yes where the flows of this deployment use the bot.")]
    public bool? Chats { get; set; }

    /// <summary>Every locale, its own first. A method, because settings are serialised.</summary>
    public IEnumerable<string> AllLocales() => MoreLocales.Prepend(Locale).Distinct(StringComparer.Ordinal);
}

/// <summary>One choice of a menu on the telephone.</summary>
public sealed record MenuSettings
{
    /// <summary>Plain words: no line, tag, reference or placeholder, and not blank.</summary>
    internal const string Choice = "^(?=.*\\S)[^\\p{Cc}$<>{}]{1,200}$";

    internal const string ChoiceMeaning = Findings.FormChoice;

    [Description("The key, 1 to 9.")]
    [RegularExpression("^[1-9]$", ErrorMessage = Findings.FormKey)]
    public required string Key { get; set; }

    [Description("The topic that it stands for, as the classifier and the routing know it.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$", ErrorMessage = Findings.FormTopic)]
    public required string Topic { get; set; }

    [Description("What is said for it in the first language of the flows, as in \"For ..., press 1\".")]
    [RegularExpression(Choice, ErrorMessage = ChoiceMeaning)]
    public required string Text { get; set; }

    [Description("The same in the other languages of the flows, by two-letter code.")]
    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>();
}
