namespace ContactCenter.Aws.Customers;

/// <summary>What the customer system answered.</summary>
/// <param name="IsFound">False: there is no such customer.</param>
/// <param name="Body">The reply; empty when there is no such customer.</param>
internal sealed record CrmReply(bool IsFound, ReadOnlyMemory<byte> Body);
