using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// A module around a hook: asks it and keeps its answer in attributes of the contact, which is all that comes out of a module. It never
/// fails: without an answer it keeps the prepared one.
/// </summary>
/// <param name="Hook">The hook.</param>
/// <param name="Description">One sentence for the Amazon Connect console.</param>
/// <param name="Attributes">What it keeps.</param>
/// <param name="Inputs">What the hook is told by those who run the module.</param>
internal sealed record HookModule(
    SystemFunction Hook, string Description, IReadOnlyList<HookAttribute> Attributes, IReadOnlyList<string> Inputs)
{
    /// <summary>Name of the module.</summary>
    public string Name => Hook.Name;

    /// <summary>The module as blocks.</summary>
    public ContactFlow Build(FlowAddresses addresses) => new(Name, FlowKind.Module, Description)
    {
        Inputs = Inputs,
        ["ask"] = new InvokeHook(Hook, addresses.Hook(Hook)) { Inputs = Told(), Next = "keep", OnError = "keep-prepared" },
        ["keep"] = new SetAttributes(Attributes.ToDictionary(kept => kept.Name, kept => $"$.External.{kept.Key}"))
        {
            Next = "back",
            OnError = "keep-prepared"
        },
        ["keep-prepared"] = new SetAttributes(Attributes.ToDictionary(kept => kept.Name, kept => kept.Prepared))
        {
            Next = "back",
            OnError = "back"
        },
        ["back"] = End.Module,
    };

    /// <summary>What the hook is told, as references to what the module was told.</summary>
    public Dictionary<string, string> Told() => Inputs.ToDictionary(input => input, input => $"$.Modules.Input.{input}");
}
