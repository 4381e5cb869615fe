using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>
/// What Amazon Connect refuses in the content of a flow or module when it is published, as <c>CreateContactFlow</c> was seen to refuse it;
/// content that is only saved is not looked at. It says so with an empty message and a list of problems, which CloudFormation does not
/// show. What the service does not look at - whether a function, a bot or a queue is there - is not looked at here either.
/// </summary>
public static class FlowContentCheck
{
    /// <summary>Actions of a flow at most (administrator guide, service quotas).</summary>
    public const int MaximumActions = 250;

    /// <summary>Characters of a flow's content at most (administrator guide, service quotas).</summary>
    public const int MaximumCharacters = 256_000;

    private const int MaximumIdentifier = 50;

    /// <summary>Characters that no identifier may have (developer guide, flow language, actions).</summary>
    private const string ForbiddenCharacters = "%:(\\/)=$,;[]{}";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(ForbiddenCharacters);

    /// <summary>Identifiers that there may not be (developer guide, flow language, actions).</summary>
    private static readonly string[] ForbiddenIdentifiers =
    [
        "__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString", "hasOwnProperty", "isPrototypeOf",
        "propertyIsEnumerable", "toLocaleString", "valueOf"
    ];

    /// <summary>Everything that is wrong with a content; empty when nothing is.</summary>
    /// <param name="content">The content.</param>
    /// <param name="isModule">Whether it is that of a module.</param>
    /// <param name="isFilledIn">
    /// Whether a text becomes another one in a deployment, so that nothing can be said of it; null: none does.
    /// </param>
    public static IReadOnlyList<FlowProblem> Of(JsonObject content, bool isModule, Func<string, bool>? isFilledIn = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var found = new List<FlowProblem>();
        CheckRoot(content, isModule, found);
        ActionFindings[] actions =
        [
            .. (content["Actions"] as JsonArray ?? []).Select((action, i) => new ActionFindings(i, action as JsonObject ?? [], found))
        ];
        if (actions.Length is 0 or > MaximumActions)
        {
            found.Add(new("$.Actions", Number(actions.Length), Findings.ActionsExpected($"{MaximumActions}")));
        }

        var identifiers = actions.Select(action => action.Identifier).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ActionFindings.Text(content["StartAction"]) is not { } start || !identifiers.Contains(start))
        {
            found.Add(new(
                "$.StartAction",
                ActionFindings.Text(content["StartAction"]) ?? Findings.Nothing,
                Findings.ActionExpected));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            CheckIdentifier(action, seen);
            CheckAction(action, identifiers, isFilledIn ?? (static _ => false));
        }

        return found;
    }

    private static void CheckRoot(JsonObject content, bool isModule, List<FlowProblem> found)
    {
        if (ActionFindings.Text(content["Version"]) != "2019-10-30")
        {
            found.Add(new("$.Version", ActionFindings.Text(content["Version"]) ?? Findings.Nothing, Findings.FlowVersionExpected));
        }

        if (isModule && content["Settings"] is not JsonObject)
        {
            found.Add(new(
                "$.Settings",
                Findings.Nothing,
                Findings.ModuleSettings,
                "JSON field is missing or null for field name: settings"));
        }
        else if (!isModule && content["Settings"] is not null)
        {
            found.Add(new("$.Settings", "settings", Findings.OnlyModules));
        }
    }

    private static void CheckIdentifier(ActionFindings action, HashSet<string> seen)
    {
        var identifier = action.Identifier;
        if (string.IsNullOrEmpty(identifier))
        {
            action.Missing("Identifier", Findings.ActionNameExpected);
        }
        else if (identifier.Length > MaximumIdentifier || identifier.AsSpan().ContainsAny(Forbidden)
            || ForbiddenIdentifiers.Contains(identifier))
        {
            action.Value(
                "Identifier", identifier, Findings.IdentifierExpected($"{MaximumIdentifier}", ForbiddenCharacters));
        }
        else if (!seen.Add(identifier))
        {
            action.Value("Identifier", identifier, Findings.IdentifierTwice);
        }
    }

    private static void CheckAction(ActionFindings action, HashSet<string> identifiers, Func<string, bool> isFilledIn)
    {
        if (FlowActionRules.Of(action.Type) is not { } rule)
        {
            action.Add(
                "Type",
                action.Type.Length == 0 ? Findings.Nothing : action.Type,
                FlowActionRules.MeantBy(action.Type) is { } meant ? Findings.ExpectedThat(meant) : Findings.TypeExpected,
                $"Invalid Action type. Type: {action.Type}");
            return;
        }

        foreach (var (name, _) in action.Parameters)
        {
            if (rule.Parameters is { } known && !known.Contains(name))
            {
                action.Name(
                    $"Parameters.{name}",
                    known.Count == 0 ? Findings.NoParameters(action.Type) : Findings.OneOf(string.Join(", ", known)));
            }
        }

        ParameterCheck.Check(action, isFilledIn);
        TransitionCheck.Check(action, rule, identifiers);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
