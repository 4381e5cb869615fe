using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Read and write capacity units per second.</summary>
/// <param name="Reads">Read capacity units per second.</param>
/// <param name="Writes">Write capacity units per second.</param>
public readonly record struct Throughput(long Reads, long Writes)
{
    /// <summary>The units of one kind.</summary>
    public long this[CapacityKind kind] => kind is CapacityKind.Read ? Reads : Writes;

    /// <summary>The same with one kind replaced.</summary>
    public Throughput With(CapacityKind kind, long units) =>
        kind is CapacityKind.Read ? this with { Reads = units } : this with { Writes = units };

    /// <summary>True when both kinds are at most those of <paramref name="other"/>.</summary>
    public bool IsWithin(Throughput other) => Reads <= other.Reads && Writes <= other.Writes;

    /// <summary>True when at least one kind is lower than in <paramref name="other"/>: DynamoDB counts that as a decrease.</summary>
    public bool DecreasesFrom(Throughput other) => Reads < other.Reads || Writes < other.Writes;

    /// <summary>The larger of two, kind by kind.</summary>
    public static Throughput Max(Throughput left, Throughput right) =>
        new(Math.Max(left.Reads, right.Reads), Math.Max(left.Writes, right.Writes));

    /// <summary>The smaller of two, kind by kind.</summary>
    public static Throughput Min(Throughput left, Throughput right) =>
        new(Math.Min(left.Reads, right.Reads), Math.Min(left.Writes, right.Writes));
}

/// <summary>The most requests that an on-demand table serves a second, of each kind; the service knows them apart.</summary>
/// <param name="Reads">Read request units per second; null: no maximum, or in a change: it is left.</param>
/// <param name="Writes">The same of writes.</param>
public readonly record struct RequestMaximum(long? Reads, long? Writes)
{
    /// <summary>The units of one kind.</summary>
    public long? this[CapacityKind kind] => kind is CapacityKind.Read ? Reads : Writes;

    /// <summary>The same with one kind replaced.</summary>
    public RequestMaximum With(CapacityKind kind, long? units) =>
        kind is CapacityKind.Read ? this with { Reads = units } : this with { Writes = units };

    /// <summary>The same where it has a kind, else the other.</summary>
    public RequestMaximum Or(RequestMaximum other) => new(Reads ?? other.Reads, Writes ?? other.Writes);

    /// <summary>What of a change of maximums is still to be done: people may have taken one away, or made it the same.</summary>
    public RequestMaximum? Rest(RequestMaximum change)
    {
        var rest = new RequestMaximum(Of(Reads, change.Reads), Of(Writes, change.Writes));
        return rest == default ? null : rest;

        static long? Of(long? now, long? to) => now is null || now == to ? null : to;
    }
}

/// <summary>The two currencies of a DynamoDB table or index; they are provisioned, consumed and throttled apart.</summary>
[JsonConverter(typeof(NamedEnumConverter<CapacityKind>))]
public enum CapacityKind
{
    /// <summary>Read capacity units: one strongly consistent read of up to 4 KB per second.</summary>
    Read,

    /// <summary>Write capacity units: one write of up to 1 KB per second.</summary>
    Write,
}
