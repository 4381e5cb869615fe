namespace ContactCenter.Cli.Replay;

/// <summary>What a replay amounted to.</summary>
/// <param name="Inputs">Inputs read, refused ones included.</param>
/// <param name="Refused">Inputs refused.</param>
/// <param name="Opened">Incidents opened.</param>
/// <param name="Resolved">Incidents that were resolved and did not come back.</param>
/// <param name="Notifications">Notifications decided.</param>
/// <param name="Remediations">Repairs asked for.</param>
internal sealed record ReplayTotals(int Inputs, int Refused, int Opened, int Resolved, int Notifications, int Remediations)
{
    /// <summary>Items of histories that are no change of a state, by what CloudWatch calls them.</summary>
    public IReadOnlyDictionary<string, int> PassedOver { get; init; } = new Dictionary<string, int>();
}
