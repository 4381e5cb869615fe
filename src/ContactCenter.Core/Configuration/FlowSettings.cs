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
    [Description("The languages that the flows speak, with their voices and words. Customers whose language is not among them, or not known, are spoken to in the first one. Without any it is English.")]
    public IReadOnlyList<FlowLanguage> Languages { get; set; } = [];

    /// <summary>What callers choose from by keys, where no bot listens or the bot has not understood.</summary>
    [Description("What callers choose from by keys, where no bot listens or it has heard nothing.")]
    public IReadOnlyList<MenuSettings> Menu { get; set; } = [];
}
