using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Infra.Flows;

/// <summary>A contact flow or a module: named blocks, of which the first one is where it begins.</summary>
/// <param name="name">Its name in the deployment, such as <c>inbound</c>.</param>
/// <param name="kind">Where it runs.</param>
/// <param name="description">One sentence for the Amazon Connect console.</param>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "a flow is no collection to those who use it")]
internal sealed class ContactFlow(string name, FlowKind kind, string description)
{
    private readonly OrderedDictionary<string, FlowBlock> _blocks = new(StringComparer.Ordinal);

    /// <summary>Its name in the deployment.</summary>
    public string Name => name;

    /// <summary>Where it runs.</summary>
    public FlowKind Kind => kind;

    /// <summary>One sentence for the Amazon Connect console.</summary>
    public string Description => description;

    /// <summary>What a module is told by those who run it; all of it may be left out.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>The blocks by name, in the order in which they were written.</summary>
    public IReadOnlyDictionary<string, FlowBlock> Blocks => _blocks;

    /// <summary>Where it begins.</summary>
    public string Start => _blocks.GetAt(0).Key;

    /// <summary>A block. Its name is its identifier in Amazon Connect, so deploying again changes nothing.</summary>
    /// <exception cref="ArgumentException">There is a block of this name already.</exception>
    public FlowBlock this[string block]
    {
        get => _blocks[block];
        set => _blocks.Add(block, value);
    }
}
