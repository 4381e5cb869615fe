using System.Collections.Immutable;
using Amazon.Runtime;
using ContactCenter.Core.Api;
using ContactCenter.Core.Texts;

namespace ContactCenter.Functions.Incidents;

/// <summary>What comes of it when something that the API needs does not answer.</summary>
public static class ApiFailure
{
    private static readonly ApiAnswer Unavailable =
        ApiAnswer.Of(ApiProblem.Unavailable, Replies.SomethingBusy) with
        {
            Headers = ImmutableDictionary.CreateRange([KeyValuePair.Create("retry-after", "5")]),
        };

    /// <summary>The answer to a request that may go well in a moment, in the language of its reader.</summary>
    /// <param name="request">The request.</param>
    public static ApiAnswer To(ApiRequest request) => ProblemLanguage.Say(request, Unavailable);

    /// <summary>Whether a service refused, or did not answer in time: anything else is a fault of ours.</summary>
    public static bool IsPassing(Exception thrown) =>
        thrown is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException;
}
