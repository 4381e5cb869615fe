namespace ContactCenter.Infra.Flows;

/// <summary>A queue that a flow names itself.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="IsNeverRecorded">Whether nothing is recorded that is routed into it.</param>
internal sealed record FlowQueue(string Name, string Arn, bool IsNeverRecorded);
