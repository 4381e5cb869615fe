namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>The two currencies of a DynamoDB table or index; they are provisioned, consumed and throttled apart.</summary>
public enum CapacityKind
{
    /// <summary>Read capacity units: one strongly consistent read of up to 4 KB per second.</summary>
    Read,

    /// <summary>Write capacity units: one write of up to 1 KB per second.</summary>
    Write,
}
