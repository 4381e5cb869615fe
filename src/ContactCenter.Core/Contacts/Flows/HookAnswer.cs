namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// What a hook says to a flow, and to those who watch the hook. The values need not be clean: they are made so when the answer is written.
/// </summary>
public sealed record HookAnswer
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>Kind of the decision, one of a few words: it is a dimension of a metric, and each word of it a metric of its own.</summary>
    public required string Decision { get; init; }

    /// <summary>
    /// Names, codes and numbers, at most <see cref="FlowValue.MaximumLength"/> characters each, by names of letters, digits, <c>-</c> and
    /// <c>_</c>. Those of the prepared answer are all that a hook ever gives, and all that it always gives.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = Nothing;

    /// <summary>
    /// Sentences that are spoken or shown to the customer, at most <see cref="FlowSpeech.MaximumLength"/> characters each.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Sentences { get; init; } = Nothing;

    /// <summary>
    /// Sentences for people at a screen, agents and those who look after a flow: as <see cref="Sentences"/>, and never spoken.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Notes { get; init; } = Nothing;

    /// <summary>
    /// Objects as JSON text that the hook has written itself, of which a flow gets the text, or the object where it asks for
    /// (<see cref="HookAnswerWriter.WantsObjects"/>).
    /// </summary>
    public IReadOnlyDictionary<string, string?> Objects { get; init; } = Nothing;

    /// <summary>Why, for the log: never a word of the customer's.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Metrics of the hook's own, beside those that every hook has.</summary>
    public IReadOnlyList<HookMetric> Metrics { get; init; } = [];

    /// <summary>True for the prepared answer: the real one was not there in time, or could not be made.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>A request to a hook with the time that there is for it.</summary>
/// <param name="Request">The request.</param>
/// <param name="TimeLeft">Until the prepared answer is given in the hook's place.</param>
/// <param name="Stop">Says when that has happened: whatever is done from then on, nobody hears it.</param>
public sealed record HookCall(FlowRequest Request, TimeSpan TimeLeft, CancellationToken Stop)
{
    /// <summary>Whether this system has made the contact itself: it is answered, and nothing of it is kept or counted.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>True for a call that this system has dialled itself; it is synthetic too.</summary>
    public bool IsDialled { get; init; }
}

/// <summary>A measurement that a hook tells with its answer, once for a contact however often the flow asks again.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Unit">CloudWatch's unit, such as <c>Count</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Dimension">Name of the dimension beside the instance.</param>
/// <param name="DimensionValue">Its value, one of a bounded number of words.</param>
public sealed record HookMetric(string Name, string Unit, double Value, string Dimension, string DimensionValue);
