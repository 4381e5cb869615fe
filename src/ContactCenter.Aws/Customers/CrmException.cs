namespace ContactCenter.Aws.Customers;

/// <summary>The customer system did not answer usefully. The reason names no address and nothing of the reply, so that it can be logged.</summary>
internal sealed class CrmException(string reason, bool isPassing) : Exception(reason)
{
    /// <summary>True when another attempt may work.</summary>
    public bool IsPassing { get; } = isPassing;
}
