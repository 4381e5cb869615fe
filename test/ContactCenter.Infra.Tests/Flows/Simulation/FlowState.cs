using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Where a contact is, and all that can make a difference to where it goes.</summary>
internal sealed record FlowState(string Channel, string Flow, string Block)
{
    /// <summary>Where the contact goes back to at the end of a module.</summary>
    public FlowState? Caller { get; init; }

    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The last answer of a hook, as JSON; null before the first.</summary>
    public string? External { get; init; }

    public ImmutableSortedDictionary<string, string> Told { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, int> Loops { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public string? Keyed { get; init; }

    public string? Words { get; init; }

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
        var key = new StringBuilder(Local(read)).Append(CultureInfo.InvariantCulture, $"|{Queue}|{HasCallback}{IsAnswered}{WasJustTold}");
        foreach (var (name, value) in Attributes)
        {
            if (hooksRead || read.Contains($"$.Attributes.{name}") || later.Contains($"$.Attributes.{name}"))
            {
                key.Append(CultureInfo.InvariantCulture, $"|{name}={value}");
            }
        }

        if (hooksRead)
        {
            key.Append('|').Append(LanguageCode);
        }

        foreach (var (name, count) in Loops)
        {
            key.Append(CultureInfo.InvariantCulture, $"|{name}#{count}");
        }

        return Caller is null ? key.ToString() : key.Append('^').Append(Caller.Local(later)).ToString();
    }

    private string Local(IReadOnlySet<string> read)
    {
        var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Flow}/{Block}");
        if (read.Any(reference => reference.StartsWith("$.External.", StringComparison.Ordinal)))
        {
            key.Append(External);
        }

        foreach (var (name, value) in Told.Where(told => read.Contains($"$.Modules.Input.{told.Key}")))
        {
            key.Append(CultureInfo.InvariantCulture, $"|<{name}={value}");
        }

        if (read.Any(reference => reference.StartsWith("$.FlowAttributes.", StringComparison.Ordinal)))
        {
            key.Append('|').Append(Speaks);
        }

        return key
            .Append('|').Append(read.Contains("$.StoredCustomerInput") ? Keyed : "")
            .Append('|').Append(read.Contains("$.Lex.InputTranscript") ? Words : "")
            .Append('|').Append(read.Contains("$.Lex.IntentName") ? Intent : "")
            .Append('|').Append(read.Contains("$.Email.EmailMessage.Plaintext") ? Read : "")
            .Append('|').Append(read.Contains("$.Metrics.Queue.Size") ? QueueSize : "")
            .ToString();
    }
}
