using System.Collections.Immutable;
using Amazon.Runtime;
using ContactCenter.Core.Api;

namespace ContactCenter.Functions.Incidents;

/// <summary>What comes of it when something that the API needs does not answer.</summary>
public static class ApiFailure
{
    /// <summary>The answer to a request that may go well in a moment.</summary>
    public static ApiAnswer Unavailable { get; } =
        ApiAnswer.Of(ApiProblem.Unavailable, "Something that this needs is busy or does not answer; try again.") with
        {
            Headers = ImmutableDictionary.CreateRange([KeyValuePair.Create("retry-after", "5")]),
        };

    /// <summary>Whether a service refused, or did not answer in time: anything else is a fault of ours.</summary>
    public static bool IsPassing(Exception thrown) =>
        thrown is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException;
}
