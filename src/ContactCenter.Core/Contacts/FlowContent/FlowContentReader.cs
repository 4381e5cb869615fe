using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>
/// Reads the content of a flow or module from a file: as it stands, as <c>describe-contact-flow</c> and <c>describe-contact-flow-module</c>
/// answer it, and checks it. Never throws for any bytes.
/// </summary>
public static class FlowContentReader
{
    /// <summary>Largest file in bytes: the longest content, escaped in an answer of the service.</summary>
    public const int MaximumBytes = 4 * FlowContentCheck.MaximumCharacters;

    /// <summary>Longest text of a problem that is told, in characters.</summary>
    private const int MaximumText = 500;

    private static readonly string[] Wrappers = ["ContactFlow", "ContactFlowModule"];
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Everything that is wrong with a file; empty when nothing is.</summary>
    public static IReadOnlyList<FlowProblem> Check(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
        {
            return [new("$", Findings.FileOfBytes($"{utf8.Length}"), Findings.AtMost($"{MaximumBytes}"))];
        }

        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            return JsonNode.Parse(utf8, documentOptions: Options) is JsonObject root ? Check(root) : [NoObject()];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return [NoObject()];
        }
    }

    private static IReadOnlyList<FlowProblem> Check(JsonObject root)
    {
        var wrapper = Wrappers.FirstOrDefault(root.ContainsKey);
        if (wrapper is null)
        {
            return Check(root, isModule: IsModule(root), root.ToJsonString().Length);
        }

        return ActionFindings.Text(ActionFindings.Below(root, wrapper, "Content")) is { } text
            && JsonNode.Parse(text, documentOptions: Options) is JsonObject content
            ? Check(content, isModule: wrapper == Wrappers[1], text.Length)
            : [NoObject()];
    }

    private static IReadOnlyList<FlowProblem> Check(JsonObject content, bool isModule, int characters) =>
    [
        .. FlowContentCheck.Of(content, isModule).Select(Bounded),
        .. characters > FlowContentCheck.MaximumCharacters
            ? [new FlowProblem("$", Findings.CharactersCount($"{characters}"), Findings.AtMost($"{FlowContentCheck.MaximumCharacters}"))]
            : Array.Empty<FlowProblem>(),
    ];

    /// <summary>Content says itself what it is only by how it ends.</summary>
    private static bool IsModule(JsonObject content) => content["Settings"] is not null
        || ActionFindings.Items(content["Actions"]).Any(action => ActionFindings.Text(action["Type"]) == "EndFlowModuleExecution");

    /// <summary>What stands in a file is printed: it is bounded and carries no control characters.</summary>
    private static FlowProblem Bounded(FlowProblem problem) => new(
        BoundedText.Of(problem.Path, MaximumText),
        BoundedText.Of(problem.Found, MaximumText),
        BoundedText.Of(problem.Expected, MaximumText),
        problem.Message is null ? null : BoundedText.Of(problem.Message, MaximumText))
    {
        Action = problem.Action is null ? null : BoundedText.Of(problem.Action, MaximumText),
    };

    private static FlowProblem NoObject() => new("$", Findings.NoFlowContent, Findings.MembersOnce);
}
