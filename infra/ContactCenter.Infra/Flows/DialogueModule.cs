using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// The module that makes the next step of a dialogue. Without an answer it keeps what was said before: an agent is to have it.
/// </summary>
internal static class DialogueModule
{
    /// <summary>Attribute that says what follows.</summary>
    public const string Status = "dialogueStatus";

    /// <summary>The module as blocks.</summary>
    /// <param name="module">The hook and what is kept of its answer.</param>
    /// <param name="addresses">Where to find the hook.</param>
    public static ContactFlow Build(HookModule module, FlowAddresses addresses)
    {
        var status = module.Attributes.Single(static kept => kept.Name == Status);
        return new ContactFlow(module.Name, FlowKind.Module, module.Description)
        {
            Inputs = module.Inputs,
            ["ask"] = new InvokeHook(module.Hook, addresses.Hook(module.Hook))
            {
                Inputs = module.Told(),
                Next = "is-it-an-answer",
                OnError = "keep-the-rest"
            },
            ["is-it-an-answer"] = new Choose($"$.External.{status.Key}")
            {
                Ways = new Dictionary<string, string> { [status.Prepared] = "keep-the-rest" },
                Otherwise = "keep",
            },
            ["keep"] = new SetAttributes(module.Attributes.ToDictionary(kept => kept.Name, kept => $"$.External.{kept.Key}"))
            {
                Next = "back",
                OnError = "keep-the-rest",
            },
            ["keep-the-rest"] = new SetAttributes(new Dictionary<string, string> { [Status] = status.Prepared })
            {
                Next = "back",
                OnError = "back"
            },
            ["back"] = End.Module,
        };
    }
}
