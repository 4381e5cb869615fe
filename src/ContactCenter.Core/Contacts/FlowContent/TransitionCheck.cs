using System.Text.Json.Nodes;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>The ways out of an action: those that it must have, those that it may not have, and where they lead.</summary>
internal static class TransitionCheck
{
    /// <summary>
    /// Operators of conditions. There are no compound ones, whatever the reference says; <c>KeyExists</c> is taken and stands nowhere.
    /// </summary>
    private static readonly string[] Operators =
    [
        "Equals", "TextStartsWith", "TextEndsWith", "TextContains", "NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan",
        "NumberLessOrEqualTo", "KeyExists"
    ];

    public static void Check(ActionFindings action, FlowActionRule rule, HashSet<string> identifiers)
    {
        if (rule.IsEnd)
        {
            if (action.Transitions.Count > 0)
            {
                action.Add(
                    "Transitions",
                    string.Join(", ", action.Transitions.Select(member => member.Key)),
                    Findings.FlowEnds(action.Type),
                    $"Action does not support transitions. Path: {action.At}.Transitions");
            }

            return;
        }

        CheckNext(action, rule, identifiers);
        CheckErrors(action, rule, identifiers);
        CheckConditions(action, rule, identifiers);
    }

    private static void CheckNext(ActionFindings action, FlowActionRule rule, HashSet<string> identifiers)
    {
        if (action.Transitions["NextAction"] is { } next)
        {
            CheckTarget(action, "Transitions.NextAction", next, identifiers);
        }
        else if (rule.NeedsNext)
        {
            action.Missing("Transitions.NextAction", Findings.NextExpected);
        }
    }

    private static void CheckErrors(ActionFindings action, FlowActionRule rule, HashSet<string> identifiers)
    {
        var declared = action.Errors;
        IReadOnlyList<string> needed = [.. rule.NeededErrors, .. ParameterCheck.NeededErrors(action)];
        foreach (var error in needed.Except(declared))
        {
            action.MissingError(error);
        }

        var refused = ParameterCheck.RefusedErrors(action);
        foreach (var error in declared)
        {
            if (refused.Contains(error) || (rule.OtherErrors is { } others && !needed.Contains(error) && !others.Contains(error)))
            {
                action.WrongError(
                    error,
                    needed.Count == 0 ? Findings.NoSuchError(action.Type) : Findings.OnlyErrors(
                        string.Join(", ", needed)));
            }
        }

        foreach (var (i, error) in ActionFindings.Items(action.Transitions["Errors"]).Index())
        {
            CheckTarget(action, $"Transitions.Errors[{i}].NextAction", error["NextAction"], identifiers);
        }
    }

    private static void CheckConditions(ActionFindings action, FlowActionRule rule, HashSet<string> identifiers)
    {
        var conditions = action.Conditions;
        if (conditions.Count > 0 && (!rule.HasConditions || ParameterCheck.RefusesConditions(action)))
        {
            action.Add("Transitions.Conditions", $"{conditions.Count}", Findings.NoneHere, "Action does not support conditions");
            return;
        }

        foreach (var (i, condition) in conditions.Index())
        {
            CheckTarget(action, $"Transitions.Conditions[{i}].NextAction", condition["NextAction"], identifiers);
            CheckCondition(action, $"Transitions.Conditions[{i}].Condition", condition["Condition"] as JsonObject ?? []);
        }
    }

    private static void CheckCondition(ActionFindings action, string path, JsonObject condition)
    {
        var name = ActionFindings.Text(condition["Operator"]);
        if (name is null || !Operators.Contains(name))
        {
            action.Value($"{path}.Operator", name ?? Findings.Nothing, Findings.OneOf(string.Join(", ", Operators)));
        }

        if (condition["Operands"] is not JsonArray { Count: 1 } operands)
        {
            action.Value($"{path}.Operands", $"{(condition["Operands"] as JsonArray)?.Count ?? 0}", Findings.OneOperand);
        }
        else if (ActionFindings.Text(operands[0]) is "")
        {
            action.Add(
                $"{path}.Operands[0]",
                Findings.EmptyText,
                Findings.NothingCompared,
                $"Invalid branch. Path: {action.Index}.Evaluate");
        }
    }

    private static void CheckTarget(ActionFindings action, string path, JsonNode? target, HashSet<string> identifiers)
    {
        if (ActionFindings.Text(target) is not { } name || !identifiers.Contains(name))
        {
            action.Value(path, ActionFindings.Text(target) ?? Findings.Nothing, Findings.TargetExpected);
        }
    }
}
