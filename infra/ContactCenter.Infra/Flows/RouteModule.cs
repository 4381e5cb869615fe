using System.Globalization;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// The module that routes: asks <c>RouteContact</c> and carries out its answer - skills, turn and queue. Turns come in steps, because the
/// flow language takes no reference for them. Whatever fails, the contact has a queue at the end.
/// </summary>
internal static class RouteModule
{
    /// <summary>Head starts that a contact can get, in seconds: the greatest that is not above the answer is taken.</summary>
    public static IReadOnlyList<int> HeadStarts { get; } = [600, 480, 360, 300, 240, 180, 120, 90, 60, 30, 0, -60];

    /// <summary>Priorities of emergencies.</summary>
    public static IReadOnlyList<int> EmergencyPriorities { get; } = [1, 2];

    /// <summary>The module as blocks.</summary>
    /// <param name="module">The hook and what is kept of its answer.</param>
    /// <param name="addresses">Where to find the hook.</param>
    /// <param name="defaultQueue">The queue that takes what has no other.</param>
    public static ContactFlow Build(HookModule module, FlowAddresses addresses, FlowQueue defaultQueue)
    {
        var flow = new ContactFlow(module.Name, FlowKind.Module, module.Description)
        {
            Inputs = module.Inputs,
            ["ask"] = new InvokeHook(module.Hook, addresses.Hook(module.Hook))
            {
                Inputs = new Dictionary<string, string>(module.Told()) { ["answer"] = "json" },
                HasObjects = true,
                Next = "keep",
                OnError = "keep-prepared",
            },
            ["keep-prepared"] = new SetAttributes(module.Attributes.ToDictionary(kept => kept.Name, kept => kept.Prepared))
            {
                Next = "default-queue",
                OnError = "default-queue"
            },
            ["keep"] = new SetAttributes(module.Attributes.ToDictionary(kept => kept.Name, kept => $"$.External.{kept.Key}"))
            {
                Next = "needs-skills",
                OnError = "needs-skills"
            },
            ["needs-skills"] = new Choose("$.External.criteria")
            {
                Ways = new Dictionary<string, string> { ["yes"] = "skills" },
                Otherwise = "which-order"
            },
            ["skills"] = new SetRoutingCriteria("$.External.RoutingCriteria") { Next = "which-order", OnError = "which-order" },
            ["which-order"] = new Choose("$.External.ordering")
            {
                Ways = new Dictionary<string, string> { ["priority"] = "which-priority", ["time"] = "which-head-start" },
                Otherwise = "queue",
            },
            ["which-priority"] = new Choose("$.External.priority")
            {
                Ways = EmergencyPriorities.ToDictionary(Text, Priority),
                Otherwise = "queue",
            },
            ["which-head-start"] = new ChooseByNumber("$.External.timeAdjustmentSeconds")
            {
                Ways = [.. HeadStarts.Select(seconds => (seconds, seconds == 0 ? "queue" : HeadStart(seconds)))],
                Otherwise = "queue",
            },
            ["queue"] = new SetQueue("$.External.queueArn", "of the answer") { Next = "back", OnError = "default-queue" },
            ["default-queue"] = new SetQueue(defaultQueue.Arn, defaultQueue.Name) { Next = "back", OnError = "back" },
            ["back"] = End.Module,
        };
        foreach (var priority in EmergencyPriorities)
        {
            flow[Priority(priority)] = new SetPriority(priority) { Next = "queue" };
        }

        foreach (var seconds in HeadStarts.Where(seconds => seconds != 0))
        {
            flow[HeadStart(seconds)] = new SetHeadStart(seconds) { Next = "queue" };
        }

        return flow;
    }

    private static string Priority(int priority) => $"priority-{Text(priority)}";

    private static string HeadStart(int seconds) => seconds < 0 ? $"later-{Text(-seconds)}" : $"earlier-{Text(seconds)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
