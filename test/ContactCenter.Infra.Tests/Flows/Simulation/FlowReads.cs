namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>
/// What a block, and all that can follow it in its flow, reads of a contact; worked out once, as it is asked for every state.
/// </summary>
/// <param name="references">References such as <c>$.Attributes.topic</c>.</param>
/// <param name="loops">Places of the blocks that count who passes, such as <c>task/patience</c>.</param>
internal sealed class FlowReads(IReadOnlySet<string> references, IReadOnlySet<string> loops)
{
    private const string AttributesPrefix = "$.Attributes.";
    private const string InputsPrefix = "$.Modules.Input.";

    /// <summary>Places of blocks that count who passes.</summary>
    public IReadOnlySet<string> Loops => loops;

    /// <summary>Names of attributes of the contact.</summary>
    public IReadOnlySet<string> Attributes { get; } = Names(references, AttributesPrefix);

    /// <summary>Names of what a module was told.</summary>
    public IReadOnlySet<string> Inputs { get; } = Names(references, InputsPrefix);

    /// <summary>Something of the last answer of a hook.</summary>
    public bool External { get; } = references.Any(static reference => reference.StartsWith("$.External.", StringComparison.Ordinal));

    /// <summary>Values of the flow, which are the sentences of its language.</summary>
    public bool Speaks { get; } = references.Any(static reference => reference.StartsWith("$.FlowAttributes.", StringComparison.Ordinal));

    /// <summary>What an agent has chosen or written in a view.</summary>
    public bool Viewed { get; } = references.Any(static reference => reference.StartsWith("$.Views.", StringComparison.Ordinal));

    public bool Keyed { get; } = references.Contains("$.StoredCustomerInput");

    public bool Words { get; } = references.Contains("$.Lex.InputTranscript") || references.Any(static reference =>
        reference.StartsWith("$.Lex.SessionAttributes.", StringComparison.Ordinal));

    /// <summary>What the hook of the deployed bot says of what it heard.</summary>
    public bool HeardStatus { get; } = references.Contains("$.Lex.SessionAttributes.heardStatus");

    public bool Intent { get; } = references.Contains("$.Lex.IntentName");

    public bool Email { get; } = references.Contains("$.Email.EmailMessage.Plaintext");

    public bool QueueSize { get; } = references.Contains("$.Metrics.Queue.Size");

    private static HashSet<string> Names(IReadOnlySet<string> references, string prefix) =>
        references
            .Where(reference => reference.StartsWith(prefix, StringComparison.Ordinal))
            .Select(reference => reference[prefix.Length..])
            .ToHashSet(StringComparer.Ordinal);
}
