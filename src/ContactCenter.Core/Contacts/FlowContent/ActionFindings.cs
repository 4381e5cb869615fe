using System.Text.Json.Nodes;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>One action and what is wrong with it, in the words of the service.</summary>
internal sealed class ActionFindings(int index, JsonObject action, List<FlowProblem> found)
{
    /// <summary>Its place in the list of actions.</summary>
    public int Index => index;

    /// <summary>Its type; empty when there is none.</summary>
    public string Type => Text(action[nameof(Type)]) ?? "";

    /// <summary>Its identifier; null when there is none.</summary>
    public string? Identifier => Text(action[nameof(Identifier)]);

    /// <summary>Its parameters; empty when there are none.</summary>
    public JsonObject Parameters { get; } = action[nameof(Parameters)] as JsonObject ?? [];

    /// <summary>Its transitions; empty when there are none.</summary>
    public JsonObject Transitions { get; } = action[nameof(Transitions)] as JsonObject ?? [];

    /// <summary>The errors that it declares, in their order.</summary>
    public IReadOnlyList<string> Errors => [.. Items(Transitions[nameof(Errors)]).Select(error => Text(error["ErrorType"]) ?? "")];

    /// <summary>Its conditions, in their order.</summary>
    public IReadOnlyList<JsonObject> Conditions => [.. Items(Transitions[nameof(Conditions)])];

    /// <summary>A text; null when it is none.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The objects of a list; none when it is no list.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>What stands below an object; null when it is not there, or its parents are no objects.</summary>
    public static JsonNode? Below(JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>A parameter that is a text; null when it is not there, or is none.</summary>
    public string? Parameter(string name) => Text(Parameters[name]);

    /// <summary>Adds a problem.</summary>
    /// <param name="path">Where in the action, such as <c>Parameters.Text</c>; empty: the action.</param>
    /// <param name="what">What stands there.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="message">What the service says; null: it takes it.</param>
    public void Add(string path, string what, string expected, string? message) =>
        found.Add(new(path.Length == 0 ? $"$.{At}" : $"$.{At}.{path}", what, expected, message) { Action = Identifier });

    /// <summary>Adds a value that the service refuses.</summary>
    public void Value(string path, string what, string expected) =>
        Add(path, what, expected, $"Invalid Action property value. Path: {At}.{path}");

    /// <summary>Adds what is not there and must be.</summary>
    public void Missing(string path, string expected) =>
        Add(path, Findings.Nothing, expected, $"Action is missing required property. Path: {At}.{path}");

    /// <summary>Adds a parameter that the action does not have.</summary>
    public void Name(string path, string expected) =>
        Add(path, Findings.NoSuchParameter, expected, $"Invalid Action property name. Path: {At}.{path}");

    /// <summary>Adds an error that must be declared.</summary>
    public void MissingError(string error) => Add(
        "Transitions.Errors", Findings.NoError(error), Findings.SayWhere(Type, error),
        $"Action is missing required error. Error: {error}, Path: {At}");

    /// <summary>Adds an error that must not be declared.</summary>
    public void WrongError(string error, string expected) =>
        Add("Transitions.Errors", error, expected, $"Invalid Action error. Error: {error}, Path: {At}");

    /// <summary>Adds that none of several parameters is there.</summary>
    public void NeedsOneOf(params IReadOnlyList<string> names) => Add(
        "Parameters", Findings.NoneOfThem, Findings.OneOf(string.Join(", ", names)),
        $"At least one of the following properties must be set. Properties: [{string.Join(", ", names.Select(name => $"Parameters.{name}"))}], "
            + $"Path: {At}");

    /// <summary>Adds that several parameters are there of which one may be.</summary>
    public void OnlyOneOf(params IReadOnlyList<string> names) => Add(
        "Parameters", string.Join(" and ", names), Findings.OneOfThem,
        $"Only one of these properties may be defined. Properties: [{string.Join(", ", names)}]");

    /// <summary>Where the action is, as the service says it.</summary>
    public string At => $"Actions[{index}]";
}
