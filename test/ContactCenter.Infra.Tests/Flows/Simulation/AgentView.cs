using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>
/// Views on an agent's screen, as Amazon Connect documents those that AWS manages. One of our own shows all that it is told.
/// </summary>
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
        var heading = parameters["ViewResource"]!["Version"] is null
            ? string.Join('\n', data.Select(told => $"{told.Key}: {resolve((string)told.Value!)}"))
            : resolve((string)data["Heading"]!);
        if (string.IsNullOrEmpty(heading))
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
                "ActionSelected" => JsonNode.Parse((string)data["Items"]!)!.AsArray()
                    .Select(string? (item) => resolve((string)item!["Id"]!) ?? ""),
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
