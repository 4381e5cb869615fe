using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// References to the sentences of the language that is spoken; <see cref="Blocks.SetSentences"/> has put words behind them.
/// </summary>
internal static class Sentence
{
    /// <summary>Where attributes of a flow are.</summary>
    public const string Namespace = "$.FlowAttributes.";

    /// <summary>All choices of the menu.</summary>
    public const string Menu = Namespace + FlowSentences.Menu;

    /// <summary>A sentence.</summary>
    /// <param name="text">Name of the member of <see cref="FlowTexts"/>.</param>
    public static string Of(string text) => Namespace + FlowSentences.Name(text);

    /// <summary>A sentence around a value.</summary>
    /// <param name="text">Name of the member of <see cref="FlowTexts"/>.</param>
    /// <param name="value">Reference to the value.</param>
    public static string Around(string text, string value)
    {
        var name = FlowSentences.Name(text);
        return $"{Namespace}{FlowSentences.Before(name)} {value} {Namespace}{FlowSentences.After(name)}";
    }
}
