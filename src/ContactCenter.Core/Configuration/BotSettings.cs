using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>An Amazon Lex V2 bot of the IVR.</summary>
public sealed record BotSettings
{
    /// <summary>Name by which people know it.</summary>
    [Description("Name by which people know the bot.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Name { get; set; }

    /// <summary>Bot id, ten letters and digits.</summary>
    [Description("Bot id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$")]
    public required string BotId { get; set; }

    /// <summary>Alias id, ten letters and digits.</summary>
    [Description("Alias id, ten letters and digits.")]
    [RegularExpression("^[0-9A-Za-z]{10}$")]
    public required string AliasId { get; set; }

    /// <summary>Locale, such as <c>en_US</c>.</summary>
    [Description("Locale, such as en_US.")]
    [RegularExpression("^[a-z]{2,3}(_[A-Z0-9]{2,3})?$")]
    public string Locale { get; set; } = "en_US";
}
