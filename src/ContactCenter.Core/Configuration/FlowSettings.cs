using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>The contact flows that a deployment brings. Without this section it brings the hooks only, for flows of your own.</summary>
public sealed record FlowSettings
{
    /// <summary>The bot that listens to callers and chats, or null: callers choose by keys.</summary>
    [Description("The bot that listens to callers and chats: the name of one in bots. Without it callers choose by keys.")]
    public string? Bot { get; set; }

    /// <summary>False when the instance knows the bot already, as from another environment or from the console.</summary>
    [Description("False when the bot is associated with the instance already, as from another environment or from the console.")]
    public bool AssociatesBot { get; set; } = true;

    /// <summary>The bot's intent of customers who want a person.</summary>
    [Description("Intent of the bot for customers who want a person.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    public string AgentIntent { get; set; } = "Agent";

    /// <summary>The bot's intent of customers who say yes.</summary>
    [Description("Intent of the bot for customers who say yes.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    public string YesIntent { get; set; } = "Yes";

    /// <summary>The languages that the flows speak, the first one for everybody whose own is not there; none: English.</summary>
    [Description(
        "The languages that the flows speak, with their voices and words. Customers whose language is not among them, or not known, are spoken to in the first one. Without any it is English.")]
    public IReadOnlyList<FlowLanguage> Languages { get; set; } = [];

    /// <summary>What callers choose from by keys, where no bot listens or the bot has not understood.</summary>
    [Description("What callers choose from by keys, where no bot listens or it has heard nothing.")]
    public IReadOnlyList<MenuSettings> Menu { get; set; } = [];
}

/// <summary>An Amazon Lex V2 bot of the IVR.</summary>
public sealed record BotSettings
{
    /// <summary>A language, and where it is spoken.</summary>
    internal const string LocalePattern = "^[a-z]{2,3}(_[A-Z0-9]{2,3})?$";

    /// <summary>Name by which people know it.</summary>
    [Description("Name by which people know the bot.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Name { get; set; }

    /// <summary>Bot id, ten letters and digits.</summary>
    [Description("Bot id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$")]
    public required string BotId { get; set; }

    /// <summary>Alias id, ten letters and digits.</summary>
    [Description("Alias id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$")]
    public required string AliasId { get; set; }

    /// <summary>Locale, such as <c>en_US</c>.</summary>
    [Description("Locale, such as en_US.")]
    [RegularExpression(LocalePattern)]
    public string Locale { get; set; } = "en_US";

    /// <summary>Further locales in which customers talk to it.</summary>
    [Description("Further locales in which customers talk to the bot, such as de_DE: Amazon Lex publishes its metrics for each.")]
    public IReadOnlyList<string> MoreLocales { get; set; } = [];

    /// <summary>Whether chats talk to it too; null: where the deployed flows use it.</summary>
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

    internal const string ChoiceMeaning = "1 to 200 characters on one line, without $, <, >, { and }";

    /// <summary>The key.</summary>
    [Description("The key, 1 to 9.")]
    [RegularExpression("^[1-9]$")]
    public required string Key { get; set; }

    /// <summary>The topic that it stands for.</summary>
    [Description("The topic that it stands for, as the classifier and the routing know it.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$")]
    public required string Topic { get; set; }

    /// <summary>What is said for it in the first language of the flows, as in "for ..., press 1".</summary>
    [Description("What is said for it in the first language of the flows, as in \"For ..., press 1\".")]
    [RegularExpression(Choice, ErrorMessage = ChoiceMeaning)]
    public required string Text { get; set; }

    /// <summary>What is said for it in the other languages, by code.</summary>
    [Description("The same in the other languages of the flows, by two-letter code.")]
    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>();
}
