namespace ContactCenter.Core.Notifications.Slack;

/// <summary>Limits of Block Kit (docs.slack.dev, "Reference: blocks" and "block elements").</summary>
public static class SlackLimits
{
    /// <summary>Characters in a header.</summary>
    public const int Header = 150;

    /// <summary>Characters in the text of a section.</summary>
    public const int Section = 3000;

    /// <summary>Characters in one field of a section.</summary>
    public const int Field = 2000;

    /// <summary>Fields in a section.</summary>
    public const int Fields = 10;

    /// <summary>Characters on a button.</summary>
    public const int Button = 75;

    /// <summary>Characters in the text of a confirmation.</summary>
    public const int Confirmation = 300;

    /// <summary>Blocks in a message.</summary>
    public const int Blocks = 50;

    /// <summary>Characters over all blocks: messages of some 13,200 were refused, so ours stay below this.</summary>
    public const int Message = 10_000;
}
