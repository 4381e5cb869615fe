using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>One choice of a menu on the telephone.</summary>
public sealed record MenuSettings
{
    /// <summary>Plain words: no line, tag, reference or placeholder, and not blank.</summary>
    internal const string Choice = "^(?=.*\\S)[^\\p{Cc}$<>{}]{1,200}$";

    internal const string ChoiceMeaning = "1 to 200 characters on one line, without $, <, >, { and }";

    /// <summary>The key.</summary>
    [Description("The key, 1 to 9.")]
    [RegularExpression("^[1-9]$")]
    public required string Key { get; set; }

    /// <summary>The topic that it stands for.</summary>
    [Description("The topic that it stands for, as the classifier and the routing know it.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$")]
    public required string Topic { get; set; }

    /// <summary>What is said for it in the first language of the flows, as in "for ..., press 1".</summary>
    [Description("What is said for it in the first language of the flows, as in \"For ..., press 1\".")]
    [RegularExpression(Choice, ErrorMessage = ChoiceMeaning)]
    public required string Text { get; set; }

    /// <summary>What is said for it in the other languages, by code.</summary>
    [Description("The same in the other languages of the flows, by two-letter code.")]
    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>();
}
