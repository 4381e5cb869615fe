using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Requests for higher quotas of DynamoDB.</summary>
public static class CapacityQuotas
{
    /// <summary>Default of an account: 80,000 units of all provisioned tables of a Region.</summary>
    private const long DefaultUnits = 80_000;

    /// <summary>More provisioned capacity of all tables of a Region.</summary>
    public static QuotaRequest OfAccount(CapacityKind kind, long? current, long needed) => kind is CapacityKind.Read
        ? new(
            "dynamodb",
            "L-34F6A552",
            Sentences.CountedReadsOfAll,
            current,
            Math.Max(needed, QuotaRequest.Above(current ?? DefaultUnits)))
        : new(
            "dynamodb",
            "L-34F8CCC8",
            Sentences.CountedWritesOfAll,
            current,
            Math.Max(needed, QuotaRequest.Above(current ?? DefaultUnits)));

    /// <summary>More capacity of one table with its indexes.</summary>
    public static QuotaRequest OfTable(CapacityKind kind, long current, long needed) => kind is CapacityKind.Read
        ? new("dynamodb", "L-CF0CBE56", Sentences.CountedReadsOfOne, current, Math.Max(needed, QuotaRequest.Above(current)))
        : new("dynamodb", "L-AB614373", Sentences.CountedWritesOfOne, current, Math.Max(needed, QuotaRequest.Above(current)));
}
