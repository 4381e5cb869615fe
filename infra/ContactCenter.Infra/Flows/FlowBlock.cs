using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// One block of a contact flow: an action of the flow language with all its ways out. They are required members of each kind of block, so
/// a flow with a branch that leads nowhere does not compile.
/// </summary>
internal abstract record FlowBlock
{
    /// <summary>Name of the action in the flow language.</summary>
    public abstract string Type { get; }

    /// <summary>Parameters of the action; in the flow language every scalar is a string.</summary>
    public virtual JsonObject Parameters => [];

    /// <summary>Every way out; none when the flow ends here.</summary>
    public abstract IReadOnlyList<FlowBranch> Branches { get; }

    /// <summary>What it does, in a few words for people.</summary>
    public abstract string Summary { get; }

    /// <summary>Texts by name as the flow language wants them.</summary>
    protected static JsonObject Map(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
