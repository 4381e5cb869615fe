using System.Net;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>What Amazon Connect's refusals mean for a repair.</summary>
internal static class ConnectRefusal
{
    /// <summary>Null for a refusal that no later try cures.</summary>
    public static ChangeOutcome? Outcome(AmazonServiceException refused) => refused switch
    {
        ResourceConflictException => ChangeOutcome.InUse,
        ResourceNotFoundException => ChangeOutcome.Gone,
        ThrottlingException or { StatusCode: >= HttpStatusCode.InternalServerError or 0 } => ChangeOutcome.Unavailable,
        _ => null,
    };
}
