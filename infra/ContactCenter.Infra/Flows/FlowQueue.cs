namespace ContactCenter.Infra.Flows;

/// <summary>A queue that a flow names itself.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record FlowQueue(string Name, string Arn);
