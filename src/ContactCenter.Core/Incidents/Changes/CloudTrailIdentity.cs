using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Changes;

/// <summary>Who made a call that CloudTrail tells of: a person, or a service in the name of one.</summary>
internal static class CloudTrailIdentity
{
    private const int MaximumName = 128;

    /// <summary>
    /// The role of Amazon Connect in which people change things on its own site; the session is the id of the user there.
    /// </summary>
    private const string AdminSite = "/AWSServiceRoleForAmazonConnect_";

    /// <summary>Copies configuration into the paired instance of another Region (Amazon Connect Global Resiliency).</summary>
    private const string Replication = "synchronization.connect.amazonaws.com";

    /// <summary>True for a copy of a change that somebody made in another Region; it is told there.</summary>
    public static bool IsReplication(JsonElement detail) =>
        detail.Member("userIdentity")?.Text("invokedBy") == Replication || detail.Text("sourceIPAddress") == Replication;

    /// <summary>The person or service, as the subject of a sentence.</summary>
    public static string Who(JsonElement detail)
    {
        var identity = detail.Member("userIdentity");
        var service = identity?.Text("invokedBy") switch
        {
            { } name when name.EndsWith("application-autoscaling.amazonaws.com", StringComparison.Ordinal) => "Application Auto Scaling",
            "cloudformation.amazonaws.com" => "CloudFormation",
            _ => null,
        };
        var person = identity switch
        {
            { } known when known.Text("type") == "AssumedRole" && known.Text("arn") is { } arn => Session(arn),
            { } known => known.Text("userName") ?? known.Text("invokedBy") ?? known.Text("type") ?? Sentences.ChangeSomebody,
            _ => Sentences.ChangeSomebody,
        };
        return service switch
        {
            null => BoundedText.Of(person, MaximumName),
            "CloudFormation" => Sentences.ChangeForPerson(BoundedText.Of(person, MaximumName)),
            _ => service,
        };
    }

    private static string Session(string arn)
    {
        var session = arn[(arn.LastIndexOf('/') + 1)..];
        return arn.Contains(AdminSite, StringComparison.Ordinal) ? Sentences.ChangeConnectUser(session) : session;
    }
}
