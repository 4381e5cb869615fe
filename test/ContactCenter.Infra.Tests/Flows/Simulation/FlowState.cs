using System.Collections.Immutable;
using System.Text;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Where a contact is, and all that can make a difference to where it goes.</summary>
internal sealed record FlowState(string Channel, string Flow, string Block)
{
    /// <summary>Where the contact goes back to at the end of a module.</summary>
    public FlowState? Caller { get; init; }

    public ImmutableSortedDictionary<string, string> Attributes { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The last answer of a hook, as JSON; null before the first.</summary>
    public string? External { get; init; }

    public ImmutableSortedDictionary<string, string> Told { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, int> Loops { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public string? Keyed { get; init; }

    /// <summary>What an agent has chosen or written in the view that was shown last.</summary>
    public string? Viewed { get; init; }

    /// <summary>The heading of the view that was shown last.</summary>
    public string? Shown { get; init; }

    public string? Words { get; init; }

    /// <summary>As the hook of the deployed bot tells it: a key from words, and nothing from both.</summary>
    public string HeardStatus => Words switch { null or "" => "nothing", { Length: 1 } => "keys", _ => "words" };

    public string? Intent { get; init; }

    /// <summary>Text of the e-mail, when the flow has read it.</summary>
    public string? Read { get; init; }

    /// <summary>Contacts in the chosen queue, when the flow has asked.</summary>
    public string? QueueSize { get; init; }

    public string? Queue { get; init; }

    /// <summary>Language of the contact, such as <c>de-DE</c>; null before the flow has set one.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The greeting of the language that the flow speaks; null before it speaks one.</summary>
    public string? Speaks { get; init; }

    public bool HasCallback { get; init; }

    public bool IsAnswered { get; init; }

    /// <summary>The last thing that happened was that the customer was told something.</summary>
    public bool WasJustTold { get; init; }

    public string Place => $"{Flow}/{Block}";

    /// <summary>Equal for states from which the same follows: values that nothing reads any more make no difference.</summary>
    /// <param name="flows">The flows, which know what is still read.</param>
    /// <param name="hooksRead">Hooks read attributes, so that all of them make a difference.</param>
    public string Key(FlowSet flows, bool hooksRead)
    {
        var read = flows.ReadFrom(Flow, Block);
        var later = Caller is null ? read : flows.ReadFrom(Caller.Flow, Caller.Block);
        var key = new StringBuilder();
        Local(key, read);
        key.Append('|').Append(Queue).Append('|').Append(HasCallback).Append(IsAnswered).Append(WasJustTold);
        foreach (var (name, value) in Attributes)
        {
            if (hooksRead || read.Attributes.Contains(name) || later.Attributes.Contains(name))
            {
                key.Append('|').Append(name).Append('=').Append(value);
            }
        }

        if (hooksRead)
        {
            key.Append('|').Append(LanguageCode);
        }

        foreach (var (name, count) in Loops)
        {
            if (read.Loops.Contains(name) || later.Loops.Contains(name))
            {
                key.Append('|').Append(name).Append('#').Append(count);
            }
        }

        if (Caller is not null)
        {
            Caller.Local(key.Append('^'), later);
        }

        return key.ToString();
    }

    private void Local(StringBuilder key, FlowReads read)
    {
        key.Append(Flow).Append('/').Append(Block);
        if (read.External)
        {
            key.Append(External);
        }

        foreach (var (name, value) in Told)
        {
            if (read.Inputs.Contains(name))
            {
                key.Append("|<").Append(name).Append('=').Append(value);
            }
        }

        if (read.Speaks)
        {
            key.Append('|').Append(Speaks);
        }

        key
            .Append('|').Append(read.Keyed ? Keyed : "")
            .Append('|').Append(read.Viewed ? Viewed : "")
            .Append('|').Append(read.Words ? Words : "")
            .Append('|').Append(read.Intent ? Intent : "")
            .Append('|').Append(read.Email ? Read : "")
            .Append('|').Append(read.QueueSize ? QueueSize : "");
    }
}
