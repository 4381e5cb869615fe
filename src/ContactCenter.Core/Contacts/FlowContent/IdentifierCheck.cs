using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>
/// Ids and ARNs that actions name. A name in their place is refused, and so is a placeholder that nobody has filled in. An ARN may say
/// <c>$.AwsRegion</c> where its Region stands only when it is that of a function or a bot.
/// </summary>
internal static partial class IdentifierCheck
{
    private static readonly string[] Ids = ["QueueId", "AgentId", "ContactFlowId", "FlowModuleId", "HoursOfOperationId", "PromptId"];

    public static void Check(ActionFindings action, Func<string, bool> isFilledIn)
    {
        foreach (var name in Ids)
        {
            CheckId(action, $"Parameters.{name}", action.Parameter(name), isFilledIn);
        }

        foreach (var (hook, flow) in action.Parameters["EventHooks"] as JsonObject ?? [])
        {
            CheckId(action, $"Parameters.EventHooks.{hook}", ActionFindings.Text(flow), isFilledIn);
        }

        CheckRegional(action, "LambdaFunctionARN", action.Parameters["LambdaFunctionARN"], isFilledIn);
        CheckRegional(action, "LexV2Bot.AliasArn", ActionFindings.Below(action.Parameters, "LexV2Bot", "AliasArn"), isFilledIn);
    }

    private static void CheckId(ActionFindings action, string path, string? id, Func<string, bool> isFilledIn)
    {
        if (id is { Length: > 0 } && !isFilledIn(id) && !Id().IsMatch(id))
        {
            action.Add(path, id, Findings.IdOrReference, $"Failed to convert id: {id}");
        }
    }

    private static void CheckRegional(ActionFindings action, string name, JsonNode? node, Func<string, bool> isFilledIn)
    {
        if (ActionFindings.Text(node) is { Length: > 0 } arn && !isFilledIn(arn) && !RegionalArn().IsMatch(arn))
        {
            action.Value(
                $"Parameters.{name}", arn, Findings.ArnExpected);
        }
    }

    [GeneratedRegex(
        "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:[$A-Za-z0-9]+)?|arn:[^\\s${}]+(:[$][A-Z]+)?|[$]\\.[A-Za-z0-9_.\\[\\]'-]+)\\z")]
    private static partial Regex Id();

    [GeneratedRegex(
        "^(arn:aws[a-z-]*:(lambda|lex):([$]\\.AwsRegion|[a-z0-9-]+):[0-9]{12}:[^\\s${}]+(:[$]LATEST)?|[$]\\.[A-Za-z0-9_.]+)\\z")]
    private static partial Regex RegionalArn();
}
