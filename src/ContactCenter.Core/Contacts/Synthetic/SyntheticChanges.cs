namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>
/// Changes after which customers could meet something else: of flows and their modules, of queues and hours, of bots, of functions. What is
/// changed many times a day by itself, such as capacity, is none of them.
/// </summary>
public static class SyntheticChanges
{
    /// <summary>What names of their requests begin with, as the trail has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "AssociateBot", "AssociateLambdaFunction", "BuildBotLocale", "CreateBotAlias", "CreateBotVersion", "CreateContactFlow",
        "DisassociateBot", "DisassociateLambdaFunction", "PublishVersion", "UpdateAlias", "UpdateBotAlias", "UpdateContactFlow",
        "UpdateFunctionCode", "UpdateFunctionConfiguration", "UpdateHoursOfOperation", "UpdatePrompt", "UpdateQueue",
    ];
}
