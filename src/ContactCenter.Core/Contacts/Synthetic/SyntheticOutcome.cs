using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>How a synthetic contact ended.</summary>
[JsonConverter(typeof(NamedEnumConverter<SyntheticResult>))]
public enum SyntheticResult
{
    /// <summary>All of its steps happened.</summary>
    Right,

    /// <summary>One did not: customers do not get through either.</summary>
    Wrong,

    /// <summary>It could not be tried, or nobody knows how it ended: this says nothing of customers.</summary>
    Unknown,
}

/// <summary>The end of a synthetic contact.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="At">When that was known.</param>
public sealed record SyntheticOutcome(SyntheticResult Result, DateTimeOffset At)
{
    /// <summary>The step that did not happen, of one that went wrong.</summary>
    public SyntheticStep? Step { get; init; }

    /// <summary>What was heard instead or in which queue it was, or what the service said; null where nobody knows.</summary>
    public string? Text { get; init; }

    /// <summary>How long it lasted, in seconds; null where nobody knows.</summary>
    public double? Seconds { get; init; }
}

/// <summary>What is known of one synthetic contact from run to run.</summary>
public sealed record SyntheticTrack
{
    /// <summary>So many ends are looked at.</summary>
    public const int Looked = 3;

    /// <summary>Its id.</summary>
    public required string Contact { get; init; }

    /// <summary>A hash of what it does and expects: another one has not yet proved that it can go right.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The flow by which it comes in; null in what was kept before this was.</summary>
    public string? Flow { get; init; }

    /// <summary>When it was begun last, or null.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>Id of the execution that is under way, or null.</summary>
    public string? Execution { get; init; }

    /// <summary>The last ends that say something, the newest last.</summary>
    public IReadOnlyList<SyntheticOutcome> Ends { get; init; } = [];

    /// <summary>How often in a row it could not be tried.</summary>
    public int Failures { get; init; }

    /// <summary>Why, the last time.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it has gone right since it does and expects this.</summary>
    public bool HasPassed { get; init; }

    /// <summary>What was told of it last; null: that nothing is wrong.</summary>
    public string? Told { get; init; }
}

/// <summary>What is known of all of them.</summary>
public sealed record SyntheticState
{
    /// <summary>Each contact that was looked at.</summary>
    public IReadOnlyList<SyntheticTrack> Tracks { get; init; } = [];

    /// <summary>The last change after which all are tried, or null.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The list that was told of those who try; null: none.</summary>
    public string? ToldOfTrying { get; init; }

    /// <summary>Reads what was kept; what cannot be read is as good as nothing, because all of it comes again.</summary>
    public static SyntheticState Read(string? kept)
    {
        try
        {
            return kept is null ? new() : JsonSerializer.Deserialize(kept, SyntheticJson.Default.SyntheticState) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>What is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, SyntheticJson.Default.SyntheticState);
}

/// <summary>How the state is kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SyntheticState))]
[JsonSerializable(typeof(SyntheticCall))]
internal sealed partial class SyntheticJson : JsonSerializerContext;
