using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Texts;
using static ContactCenter.Core.Contacts.FlowContent.FlowErrors;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>The parameters of an action, and what they make of its errors and conditions.</summary>
internal static class ParameterCheck
{
    private const int MaximumTags = 6;

    private const string QueueAge = "OldestContactInQueueAgeSeconds";

    /// <summary>An age in a queue is compared in milliseconds; below this it was meant in seconds.</summary>
    private const int MinimumAge = 1000;

    private static readonly string[] AgentCounts = ["NumberOfAgentsAvailable", "NumberOfAgentsStaffed", "NumberOfAgentsOnline"];
    private static readonly string[] MetricTypes = [.. AgentCounts, QueueAge, "NumberOfContactsInQueue"];

    /// <summary>Roots of references that hold nothing themselves.</summary>
    private static readonly string[] Roots = ["$", "$.Attributes", "$.External", "$.Lex", "$.Metrics", "$.FlowAttributes", "$.Modules"];

    /// <summary>Errors that the parameters of an action add to those of its type.</summary>
    public static IEnumerable<string> NeededErrors(ActionFindings action) => action.Type switch
    {
        "GetParticipantInput" when !Stores(action) => [Silence, NoCondition],
        "GetParticipantInput" when ActionFindings.Below(action.Parameters, "InputValidation", "PhoneNumberValidation") is not null =>
            ["InvalidPhoneNumber"],
        "TransferParticipantToThirdParty" when action.Parameter("ContinueFlowExecution") != "False" =>
            ["CallFailed", "ConnectionTimeLimitExceeded", Any],
        "UpdateContactRecordingAndAnalyticsBehavior" when action.Parameters["ChatBehavior"] is not null =>
            ["InFlightRedactionConfigurationFailed"],
        _ => [],
    };

    /// <summary>Errors that the parameters of an action take away.</summary>
    public static IReadOnlyList<string> RefusedErrors(ActionFindings action) => action.Type switch
    {
        "GetParticipantInput" when Stores(action) => [Silence, NoCondition],
        "TransferParticipantToThirdParty" when action.Parameter("ContinueFlowExecution") == "False" =>
            ["CallFailed", "ConnectionTimeLimitExceeded"],
        "UpdateContactRecordingAndAnalyticsBehavior" when action.Parameters["ChatBehavior"] is null =>
            ["InFlightRedactionConfigurationFailed"],
        _ => [],
    };

    /// <summary>Whether the parameters of an action leave no room for conditions.</summary>
    public static bool RefusesConditions(ActionFindings action) => action.Type == "GetParticipantInput" && Stores(action);

    /// <summary>Checks the parameters.</summary>
    public static void Check(ActionFindings action, Func<string, bool> isFilledIn)
    {
        CheckEmpty(action);
        IdentifierCheck.Check(action, isFilledIn);
        switch (action.Type)
        {
            case "MessageParticipant":
                CheckOneOf(action, isNeeded: true, [.. FlowActionRules.Prompts]);
                break;
            case "GetParticipantInput":
                CheckInput(action);
                break;
            case "ConnectParticipantWithLexBot":
                CheckOneOf(action, isNeeded: true, [.. FlowActionRules.Prompts, "LexInitializationData"]);
                var silence = ActionFindings.Below(action.Parameters, "LexTimeoutSeconds", "Text");
                CheckRange(action, "LexTimeoutSeconds.Text", silence, 60, 604_800);
                break;
            case "UpdateContactTargetQueue":
                CheckOneOf(action, isNeeded: true, "QueueId", "AgentId");
                break;
            case "DequeueContactAndTransferToQueue" or "CheckMetricData" or "GetMetricData" or "CreateCallbackContact":
                CheckOneOf(action, isNeeded: false, "QueueId", "AgentId");
                CheckMetric(action);
                break;
            case "UpdateContactRoutingBehavior":
                CheckOneOf(action, isNeeded: true, "QueuePriority", "QueueTimeAdjustmentSeconds");
                break;
            case "UpdateContactRecordingBehavior":
                CheckRecording(action);
                break;
            case "UpdateContactRecordingAndAnalyticsBehavior":
                CheckOneOf(action, isNeeded: true, "VoiceBehavior", "ChatBehavior", "ScreenRecordingBehavior");
                break;
            case "UpdateContactEventHooks" when action.Parameters["EventHooksConfiguration"] is not null:
                action.Add(
                    "Parameters.EventHooksConfiguration", Findings.WhatExportsHave, Findings.NotTakenBack,
                    "Action does not support conditions");
                break;
            case "Compare":
                CheckComparison(action);
                break;
            case "Wait" when action.Parameters["TimeoutSeconds"] is not null:
                action.Name("Parameters.TimeoutSeconds", Findings.TimeLimitExpected);
                break;
            case "InvokeLambdaFunction":
                CheckRange(action, "InvocationTimeLimitSeconds", action.Parameters["InvocationTimeLimitSeconds"], 1, 8);
                break;
            case "Loop" when action.Parameter("LoopCount") is not null:
                CheckRange(action, "LoopCount", action.Parameters["LoopCount"], 0, 100);
                break;
            case "TagContact" when action.Parameters["Tags"] is JsonObject { Count: > MaximumTags } tags:
                action.Add(
                    "Parameters.Tags", Findings.TagsCount($"{tags.Count}"), Findings.AtMost($"{MaximumTags}"),
                    $"More than {MaximumTags} tags in Parameters.Tags");
                break;
            case "UntagContact" when action.Parameters["TagKeys"] is JsonArray { Count: 0 }:
                action.Value("Parameters.TagKeys", Findings.EmptyList, Findings.TagKeyExpected);
                break;
            case "MessageParticipantIteratively" when action.Parameter("InterruptFrequencySeconds") is { } frequency
                && !(int.TryParse(frequency, CultureInfo.InvariantCulture, out var seconds) && seconds > 0):
                action.Add(
                    "Parameters.InterruptFrequencySeconds", frequency, Findings.InterruptExpected,
                    $"Invalid Action property value. Path: {action.Index}.InterruptSeconds");
                break;
            default:
                break;
        }
    }

    private static bool Stores(ActionFindings action) =>
        string.Equals(action.Parameter("StoreInput"), "True", StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty text is refused wherever it stands. That of a prompt counts as no prompt.</summary>
    private static void CheckEmpty(ActionFindings action)
    {
        foreach (var path in Empty(action.Parameters, "Parameters"))
        {
            if (action.Type == "MessageParticipant" && path.Count(letter => letter == '.') == 1)
            {
                continue;
            }

            action.Add(
                path, Findings.EmptyText, Findings.TextExpected,
                action.Type == "UpdateContactAttributes"
                    ? "Empty value in Parameters.Attributes"
                    : $"Invalid Action property value. Path: {action.Index}.Parameter");
        }
    }

    private static IEnumerable<string> Empty(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Empty(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Empty(item, $"{path}[{i}]")),
        _ => ActionFindings.Text(node) is "" ? [path] : [],
    };

    private static void CheckOneOf(ActionFindings action, bool isNeeded, params IReadOnlyList<string> names)
    {
        string[] given = [.. names.Where(name => action.Parameters[name] is not null && action.Parameter(name) is not "")];
        if (given.Length > 1)
        {
            action.OnlyOneOf(given);
        }
        else if (isNeeded && given.Length == 0)
        {
            action.NeedsOneOf(names);
        }
    }

    private static void CheckInput(ActionFindings action)
    {
        CheckOneOf(action, isNeeded: false, [.. FlowActionRules.Prompts]);
        if (action.Parameter("InputTimeLimitSeconds") is null)
        {
            action.Missing("Parameters.InputTimeLimitSeconds", Findings.FirstKeyTime);
        }

        if (action.Parameter("StoreInput") is { } stores and not ("True" or "False"))
        {
            action.Value("Parameters.StoreInput", stores, Findings.CapitalTrue);
        }

        if (Stores(action) && action.Parameters["InputValidation"] is null)
        {
            action.Missing("Parameters.InputValidation", Findings.StoredValidated);
        }
        else if (!Stores(action) && action.Parameters["InputValidation"] is not null)
        {
            action.Name("Parameters.InputValidation", Findings.OnlyStoredValidated);
        }
    }

    private static void CheckMetric(ActionFindings action)
    {
        if (action.Type != "CheckMetricData")
        {
            return;
        }

        var metric = action.Parameter("MetricType");
        if (metric is null || !MetricTypes.Contains(metric))
        {
            action.Value("Parameters.MetricType", metric ?? Findings.Nothing, Findings.OneOf(string.Join(", ", MetricTypes)));
        }

        foreach (var (i, condition) in action.Conditions.Index())
        {
            var path = $"Transitions.Conditions[{i}].Condition";
            var by = ActionFindings.Text(ActionFindings.Below(condition, "Condition", "Operator"));
            var operand = ActionFindings.Text((ActionFindings.Below(condition, "Condition", "Operands") as JsonArray)?.FirstOrDefault());
            if (AgentCounts.Contains(metric) && (by, operand) is not ("NumberGreaterThan", "0"))
            {
                action.Value(path, $"{by} {operand}", Findings.AgentsCompared);
            }
            else if (metric == QueueAge && int.TryParse(operand, CultureInfo.InvariantCulture, out var age) && age is > 0 and < MinimumAge)
            {
                action.Add(
                    $"{path}.Operands[0]",
                    operand,
                    Findings.AgeMilliseconds($"{age}"),
                    message: null);
            }
        }
    }

    private static void CheckRecording(ActionFindings action)
    {
        string?[] recorded =
        [
            .. (ActionFindings.Below(action.Parameters, "RecordingBehavior", "RecordedParticipants") as JsonArray ?? [])
                .Select(ActionFindings.Text)
        ];
        var analysis = action.Parameters["AnalyticsBehavior"] as JsonObject;
        if (ActionFindings.Text(analysis?["Enabled"]) == "True" && !(recorded.Contains("Agent") && recorded.Contains("Customer")))
        {
            action.Value(
                "Parameters.AnalyticsBehavior",
                Findings.AnalysisWith($"{recorded.Length}"),
                Findings.AnalysedOnlyBoth);
        }

        if (ActionFindings.Below(analysis, "ChannelConfiguration", "Voice", "AnalyticsModes") is JsonArray { Count: not 1 } modes)
        {
            action.Value(
                "Parameters.AnalyticsBehavior.ChannelConfiguration.Voice.AnalyticsModes",
                Findings.ModesCount($"{modes.Count}"),
                Findings.ModeExpected);
        }
    }

    private static void CheckComparison(ActionFindings action)
    {
        var value = action.Parameter("ComparisonValue");
        if (value is null || !value.StartsWith("$.", StringComparison.Ordinal) || Roots.Contains(value)
            || value.StartsWith("$.Agent.", StringComparison.Ordinal))
        {
            action.Value("Parameters.ComparisonValue", value ?? Findings.Nothing, Findings.ReferenceExpected);
        }
    }

    private static void CheckRange(ActionFindings action, string name, JsonNode? node, int minimum, int maximum)
    {
        if (node is null)
        {
            return;
        }

        var text = ActionFindings.Text(node);
        if (text is null || (!text.StartsWith("$.", StringComparison.Ordinal)
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= minimum
                && number <= maximum)))
        {
            action.Value(
                $"Parameters.{name}", text ?? node.ToJsonString(), Findings.TextRange($"{minimum}", $"{maximum}"));
        }
    }
}
