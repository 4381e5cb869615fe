using System.Text.Json.Serialization;
using ContactCenter.Core.Contacts.FlowContent;

namespace ContactCenter.Cli.Flows;

/// <summary>A problem of a flow as a line of JSON.</summary>
/// <param name="File">The file.</param>
/// <param name="Action">Identifier of the action; null where it is not of one.</param>
/// <param name="Path">Where.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Message">What the service says; null: its words are not known, or it takes it.</param>
internal sealed record FlowProblemLine(string File, string? Action, string Path, string Found, string Expected, string? Message)
{
    public static FlowProblemLine Of(string file, FlowProblem problem) =>
        new(file, problem.Action, problem.Path, problem.Found, problem.Expected, problem.Message);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlowProblemLine))]
internal sealed partial class FlowJson : JsonSerializerContext;
