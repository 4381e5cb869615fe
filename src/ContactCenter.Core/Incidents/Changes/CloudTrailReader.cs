using System.Text.Json;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Changes;

/// <summary>
/// Reads an EventBridge event "AWS API Call via CloudTrail" and says what was changed by whom. What only reads, failed, or concerns a
/// single contact is no change of configuration.
/// </summary>
public static partial class CloudTrailReader
{
    private const int MaximumName = 128;

    /// <summary>Names of requests that change configuration begin so.</summary>
    private static readonly string[] Verbs =
    [
        "Create", "Update", "Delete", "Put", "Publish", "Associate", "Disassociate", "Add", "Remove", "Import", "Build", "Restore",
        "Activate", "Deactivate", "Claim", "Release",
    ];

    /// <summary>Requests that begin with a verb and yet are daily work: about single contacts and people, or rows of a table.</summary>
    private static readonly string[] DailyWork =
    [
        "AssociateContact", "CreateAttachedFile", "CreateContact", "CreateParticipant", "CreatePersistentContactAssociation",
        "DeleteAttachedFile",
        "DeleteContact", "DeleteItem", "PutItem", "PutUserStatus", "UpdateContact", "UpdateItem", "UpdateParticipant",
    ];

    /// <summary>Which of the parameters of a request names the thing, the first that is there.</summary>
    private static readonly string[] NamingParameters =
    [
        "functionName", "tableName", "botName", "botId", "contactFlowName", "contactFlowModuleName", "name", "contactFlowId",
        "contactFlowModuleId",
        "queueId", "routingProfileId", "hoursOfOperationId", "phoneNumberId", "promptId", "ruleId", "instanceId",
    ];

    /// <summary>The change that the event tells of; null when it tells of none, or is no such event.</summary>
    public static ConfigurationChange? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ConfigurationChange? Read(JsonElement envelope)
    {
        if (envelope.Member("detail") is not { ValueKind: JsonValueKind.Object } detail
            || Service(detail.Text("eventSource")) is not { } service
            || detail.Text("eventName") is not { } rawName
            || detail.Text("eventID") is not { } id
            || Timestamp.Read(detail.Text("eventTime")) is not { } at
            || detail.Member("errorCode") is { ValueKind: JsonValueKind.String }
            || detail.Member("readOnly") is { ValueKind: JsonValueKind.True })
        {
            return null;
        }

        // Lambda puts the version of its interface behind the name: UpdateFunctionCode20150331v2
        var name = BoundedText.Of(VersionSuffix().Replace(rawName, ""), MaximumName);
        if (!IsConfiguration(name))
        {
            return null;
        }

        var location =
            $"{detail.Text("recipientAccountId") ?? envelope.Text("account")}/{detail.Text("awsRegion") ?? envelope.Text("region")}";
        var thing = Thing(detail.Member("requestParameters")) is { } named ? $" on {named}" : "";
        return new ConfigurationChange(
            BoundedText.Of(id, MaximumName),
            at,
            BoundedText.Of(location, MaximumName),
            $"{Who(detail.Member("userIdentity"))} did {name}{thing} in {service}.");
    }

    private static string? Service(string? eventSource) => eventSource switch
    {
        "connect.amazonaws.com" => "Amazon Connect",
        "lambda.amazonaws.com" => "AWS Lambda",
        "lex.amazonaws.com" or "lexv2.amazonaws.com" or "models-v2-lex.amazonaws.com" => "Amazon Lex",
        "dynamodb.amazonaws.com" => "Amazon DynamoDB",
        _ => null,
    };

    private static bool IsConfiguration(string name) =>
        Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal))
        && (name.Contains("ContactFlow", StringComparison.Ordinal)
            || !DailyWork.Any(work => name.StartsWith(work, StringComparison.Ordinal)));

    private static string Who(JsonElement? identity) => BoundedText.Of(
        identity switch
        {
            { } known when known.Text("type") == "AssumedRole" && known.Text("arn") is { } arn => arn[(arn.LastIndexOf('/') + 1)..],
            { } known => known.Text("userName") ?? known.Text("invokedBy") ?? known.Text("type") ?? "Somebody",
            _ => "Somebody",
        },
        MaximumName);

    private static string? Thing(JsonElement? parameters)
    {
        if (parameters is not { ValueKind: JsonValueKind.Object } known)
        {
            return null;
        }

        var value = NamingParameters.Select(name => known.Text(name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return value is null ? null : BoundedText.Of(value, MaximumName);
    }

    [GeneratedRegex("[0-9]{8}(v[0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionSuffix();
}
