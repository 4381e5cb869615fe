using System.Text.Json;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Changes;

/// <summary>
/// Reads an EventBridge event "AWS API Call via CloudTrail" and says what was changed by whom, or who was refused a change. What only
/// reads, whatever <c>readOnly</c> says, what concerns a single contact, and what copies a change that was made elsewhere are none.
/// </summary>
public static partial class CloudTrailReader
{
    private const int MaximumName = 128;
    private const int MaximumProblem = 256;

    /// <summary>
    /// Names of requests that change configuration begin so. <c>readOnly</c> does not tell: Amazon Connect's metric calls say false.
    /// </summary>
    public static IReadOnlyList<string> Verbs { get; } =
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
            || detail.Member("readOnly") is { ValueKind: JsonValueKind.True }
            || CloudTrailIdentity.IsReplication(detail))
        {
            return null;
        }

        // Lambda puts the version of its interface behind the name: UpdateFunctionCode20150331v2
        var name = BoundedText.Of(VersionSuffix().Replace(rawName, ""), MaximumName);
        var error = detail.Text("errorCode");
        if (!IsConfiguration(name) || (error is not null && IsRepeated(error)))
        {
            return null;
        }

        var location =
            $"{detail.Text("recipientAccountId") ?? envelope.Text("account")}/{detail.Text("awsRegion") ?? envelope.Text("region")}";
        var resource = Thing(detail.Member("requestParameters"));
        var actor = CloudTrailIdentity.Who(detail);
        return new ConfigurationChange(
            BoundedText.Of(id, MaximumName),
            at,
            BoundedText.Of(location, MaximumName),
            (resource, error) switch
            {
                (null, null) => Sentences.ChangeDid(actor, name, service),
                (null, { } code) => Sentences.ChangeRefused(actor, name, service, Refusal(code, detail)),
                ({ } what, null) => Sentences.ChangeDidOn(actor, name, what, service),
                ({ } what, { } code) => Sentences.ChangeRefusedOn(actor, name, what, service, Refusal(code, detail)),
            })
        {
            Actor = actor,
            Action = name,
            Service = service,
            Resource = resource,
            IsRefused = error is not null,
        };
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
        Verbs.FirstOrDefault(verb => name.StartsWith(verb, StringComparison.Ordinal)) is { } known
        && !IsOfPeople(name[known.Length..])
        && (name.Contains("ContactFlow", StringComparison.Ordinal)
            || !DailyWork.Any(work => name.StartsWith(work, StringComparison.Ordinal)));

    /// <summary>
    /// Who comes, goes or learns something is daily work too, and is imported by the thousand; how people are arranged is configuration.
    /// </summary>
    private static bool IsOfPeople(string what) =>
        (what.StartsWith("User", StringComparison.Ordinal)
            && !what.StartsWith("UserHierarchyGroup", StringComparison.Ordinal)
            && !what.StartsWith("UserHierarchyStructure", StringComparison.Ordinal))
        || what.EndsWith("GroupUser", StringComparison.Ordinal);

    /// <summary>Whoever is throttled asks again, and the last time counts.</summary>
    private static bool IsRepeated(string error) =>
        error.Contains("Throttl", StringComparison.Ordinal) || error.Contains("TooManyRequests", StringComparison.Ordinal);

    /// <summary>
    /// The code, and the first of the reasons of a contact flow, which stand nowhere else: the exception's text is empty and
    /// CloudFormation drops them.
    /// </summary>
    private static string Refusal(string error, JsonElement detail)
    {
        var code = BoundedText.Of(error, MaximumName);
        var problems = detail.Member("responseElements")?.Member("Problems") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(static problem => problem.Text("message")).OfType<string>().ToArray()
            : [];
        return problems switch
        {
            [] => code,
            [var only] => $"{code}, {BoundedText.Of(only.TrimEnd('.'), MaximumProblem)}",
            [var first, ..] => Sentences.RefusalOfMany(code, $"{problems.Length}", BoundedText.Of(first.TrimEnd('.'), MaximumProblem)),
        };
    }

    private static string? Thing(JsonElement? parameters)
    {
        if (parameters is not { ValueKind: JsonValueKind.Object } known)
        {
            return null;
        }

        var value = NamingParameters.Select(name => known.Text(name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return value is null ? null : BoundedText.Of(Decoded(value), MaximumName);
    }

    /// <summary>CloudFormation names an instance by its ARN, percent-encoded as it stands in the address of the request.</summary>
    private static string Decoded(string value) =>
        value.StartsWith("arn%3A", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(value) : value;

    [GeneratedRegex("[0-9]{8}(v[0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionSuffix();
}
