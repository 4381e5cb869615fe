namespace ContactCenter.Core.Contacts.Flows;

/// <summary>A request to a hook with the time that there is for it.</summary>
/// <param name="Request">The request.</param>
/// <param name="TimeLeft">Until the prepared answer is given in the hook's place.</param>
/// <param name="Stop">Says when that has happened: whatever is done from then on, nobody hears it.</param>
public sealed record HookCall(FlowRequest Request, TimeSpan TimeLeft, CancellationToken Stop);
