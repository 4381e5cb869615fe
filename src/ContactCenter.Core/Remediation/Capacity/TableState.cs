namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>A table with its indexes, its series and the quotas that bind it, read at one moment.</summary>
public sealed record TableState
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was read; an old reading is not acted on.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>False when the table is gone, or not yet there.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>True while the table or an index is UPDATING; a change now would fail with ResourceInUseException.</summary>
    public bool Updating { get; init; }

    /// <summary>How it is paid for.</summary>
    public BillingMode Billing { get; init; }

    /// <summary>The table first, then its indexes.</summary>
    public required IReadOnlyList<CapacityResource> Resources { get; init; }

    /// <summary>The maximum that people set on an on-demand table; null: none.</summary>
    public Throughput? OnDemandMaximum { get; init; }

    /// <summary>Quota of one table and its indexes together.</summary>
    public Throughput TableQuota { get; init; } = new(40_000, 40_000);

    /// <summary>What the account may still provision beyond what all tables have now; null when it is not known.</summary>
    public Throughput? AccountLeft { get; init; }

    /// <summary>The account's quota of provisioned capacity in the Region; null when it is not known.</summary>
    public Throughput? AccountQuota { get; init; }

    /// <summary>Decreases allowed per table and per index.</summary>
    public DecreaseQuota DecreaseQuota { get; init; } = DecreaseQuota.Default;

    /// <summary>Prices in the table's Region.</summary>
    public DynamoDbPrices Prices { get; init; } = DynamoDbPrices.Default;

    /// <summary>Dollars that the table and its indexes have cost since the month began.</summary>
    public double SpentThisMonth { get; init; }

    /// <summary>Provisioned cost per hour as it stands, in dollars.</summary>
    public double DollarsPerHour => Resources.Sum(r => Prices.PerHour(r.Provisioned));
}
