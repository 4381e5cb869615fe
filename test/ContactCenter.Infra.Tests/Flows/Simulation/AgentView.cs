using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Views on an agent's screen, as Amazon Connect documents those that AWS manages.</summary>
internal static class AgentView
{
    /// <summary>An agent chooses each thing of a list, writes into a form, closes what was told, and does nothing.</summary>
    /// <param name="context">The block.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="resolve">Reads a text that may be a reference.</param>
    /// <param name="world">What can go wrong.</param>
    public static IEnumerable<FlowStep> Show(
        BlockContext context, JsonObject parameters, Func<string, string?> resolve, FlowWorld world)
    {
        var data = parameters["ViewData"]!.AsObject();
        if (resolve((string)data["Heading"]!) is not { Length: > 0 } heading)
        {
            yield return context.On("NoMatchingError");
            yield break;
        }

        var shown = context.State with
        {
            Shown = heading,
            WasJustTold = (string?)parameters["ViewResource"]!["Id"] == "confirmation",
        };
        foreach (var condition in context.Conditions)
        {
            IEnumerable<string?> chosen = (string)condition["Condition"]!["Operands"]![0]! switch
            {
                "ActionSelected" => JsonNode.Parse((string)data["Items"]!)!.AsArray().Select(static item => (string?)item!["Id"]),
                "Next" when data["Sections"] is not null => [world.Words[0], ""],
                _ => [null],
            };
            foreach (var one in chosen)
            {
                yield return context.When(condition, shown with { Viewed = one });
            }
        }

        yield return context.On("NoMatchingCondition", shown);
        yield return context.On("TimeLimitExceeded", shown);
        if (world.EverythingFails)
        {
            // where nothing can be shown any more, having tried is all that a flow can do
            yield return context.On("NoMatchingError", context.State with { WasJustTold = shown.WasJustTold });
        }
    }
}
