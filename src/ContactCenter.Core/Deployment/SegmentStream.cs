using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// The stream to which an instance sends segments of calls while they last. An instance takes one. CloudFormation's type for it,
/// <c>AWS::Connect::InstanceStorageConfig</c>, does not know this kind of data, so a function of this system joins instance and stream.
/// </summary>
public static class SegmentStream
{
    /// <summary>What segments of calls are called in the storage of an instance; the second is the older name of the same.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS", "REAL_TIME_CONTACT_ANALYSIS_SEGMENTS"];

    /// <summary>ARN of the stream of a configuration: the one that it names, or the deployment's own.</summary>
    public static string ArnOf(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var instance = configuration.Instance;
        return configuration.Sentiment.Live?.Stream
            ?? $"arn:{instance.Partition}:kinesis:{instance.Region}:{instance.AccountId}:stream/"
                + DeploymentNames.Of(configuration).SegmentStream;
    }

    /// <summary>What is to be done so that the instance writes to a stream, or does no more.</summary>
    /// <param name="isWanted">Whether it shall.</param>
    /// <param name="stream">ARN of the stream.</param>
    /// <param name="existing">What the instance has.</param>
    public static StreamStep Next(bool isWanted, string stream, IReadOnlyList<StreamAssociation> existing)
    {
        ArgumentNullException.ThrowIfNull(existing);
        var own = existing.FirstOrDefault(association => association.Stream == stream);
        return (isWanted, own, existing) switch
        {
            (true, { } joined, _) => new StreamStep.None(joined.Id),
            (true, null, [var other, ..]) => new StreamStep.Refuse(
                $"the instance sends segments of calls to {other.Stream ?? "something that is no stream"} and takes one stream; set "
                    + "sentiment.live.stream to that one"),
            (true, null, _) => new StreamStep.Associate(Kinds[0]),
            (false, { } joined, _) => new StreamStep.Disassociate(joined),
            _ => new StreamStep.None(null),
        };
    }
}

/// <summary>Where an instance sends segments of calls.</summary>
/// <param name="Kind">One of <see cref="SegmentStream.Kinds"/>.</param>
/// <param name="Id">Id of the association.</param>
/// <param name="Stream">ARN of the data stream; null when it is something else.</param>
public sealed record StreamAssociation(string Kind, string Id, string? Stream);

/// <summary>What is to be done about the stream of an instance.</summary>
public abstract record StreamStep
{
    private StreamStep()
    {
    }

    /// <summary>Nothing.</summary>
    /// <param name="Id">Id of the association that is there, or null.</param>
    public sealed record None(string? Id) : StreamStep;

    /// <summary>Let the instance write to it.</summary>
    /// <param name="Kind">As what.</param>
    public sealed record Associate(string Kind) : StreamStep;

    /// <summary>Let it write there no more.</summary>
    /// <param name="Association">The association.</param>
    public sealed record Disassociate(StreamAssociation Association) : StreamStep;

    /// <summary>It cannot be done.</summary>
    /// <param name="Reason">Why, with what would be right.</param>
    public sealed record Refuse(string Reason) : StreamStep;
}

/// <summary>The streams to which an instance sends segments of calls.</summary>
public interface ISegmentStreams
{
    /// <summary>Those that it has.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<IReadOnlyList<StreamAssociation>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lets the instance write to a stream.</summary>
    /// <param name="kind">As what, of <see cref="SegmentStream.Kinds"/>.</param>
    /// <param name="stream">ARN of the stream.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Id of the association.</returns>
    ValueTask<string> AssociateAsync(string kind, string stream, CancellationToken cancellationToken);

    /// <summary>Lets it write there no more.</summary>
    /// <param name="association">The association.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask DisassociateAsync(StreamAssociation association, CancellationToken cancellationToken);
}
