using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>One choice of a menu on the telephone.</summary>
public sealed record MenuSettings
{
    /// <summary>The key.</summary>
    [Description("The key, 1 to 9.")]
    [RegularExpression("^[1-9]$")]
    public required string Key { get; set; }

    /// <summary>The topic that it stands for.</summary>
    [Description("The topic that it stands for, as the classifier and the routing know it.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$")]
    public required string Topic { get; set; }

    /// <summary>What is said after "for".</summary>
    [Description("What is said in \"For ..., press 1\".")]
    [RegularExpression("^[^\\p{Cc}$<>]{1,200}$")]
    public required string Text { get; set; }
}
