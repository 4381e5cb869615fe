using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Flows;

/// <summary>Where flows find what they name: real ARNs in a deployment, readable stand-ins in the documentation and in tests.</summary>
internal sealed record FlowAddresses
{
    /// <summary>ARN of a hook.</summary>
    public required Func<SystemFunction, string> Hook { get; init; }

    /// <summary>Id of a module, by its name.</summary>
    public required Func<string, string> Module { get; init; }

    /// <summary>ARN of a flow, by its name.</summary>
    public required Func<string, string> Flow { get; init; }

    /// <summary>Id of a view of our own, by its name.</summary>
    public Func<string, string> View { get; init; } = static view => view;
}
