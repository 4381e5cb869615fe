using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>What Lambda's refusals mean for a repair.</summary>
internal static class LambdaRefusal
{
    /// <summary>Null for a refusal that no later try cures.</summary>
    public static ChangeOutcome? Outcome(AmazonServiceException refused) => refused switch
    {
        ResourceInUseException or ResourceConflictException => ChangeOutcome.InUse,
        ResourceNotFoundException => ChangeOutcome.Gone,

        // somebody took the unreserved executions in the meantime
        InvalidParameterValueException => ChangeOutcome.Stale,
        TooManyRequestsException or { StatusCode: >= HttpStatusCode.InternalServerError or 0 } => ChangeOutcome.Unavailable,
        _ => null,
    };
}
