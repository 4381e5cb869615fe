using System.CommandLine;
using ContactCenter.Core.Texts;

namespace ContactCenter.Cli.Texts;

/// <summary>In which language a command speaks. What it prints as JSON is English, because programs read it.</summary>
internal sealed class Spoken
{
    /// <summary>Where POSIX has the language of messages, the first that is set (Base Definitions, section 8.2).</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly Translation _own;
    private readonly Translation _system;

    private Spoken(string language)
    {
        _system = Translation.Into(language);
        _own = Translation.By(
            _system.Language, SentenceTables.Of(Translation.SourceLanguage), SentenceTables.Of(_system.Language));
    }

    /// <summary>The option by which it is named.</summary>
    public static Option<string?> Option()
    {
        var language = new Option<string?>("--language")
        {
            Description = $"Language of what is printed: {string.Join(" or ", Translation.Languages)}. Default: that of the environment "
                + "(LC_ALL, LC_MESSAGES, LANG), else en.",
        };
        language.AcceptOnlyFromAmong([.. Translation.Languages]);
        return language;
    }

    /// <summary>The language that is asked for, else that of the environment, else English.</summary>
    /// <param name="asked">What the option says, or null.</param>
    /// <param name="environment">Gives a variable of the environment, or null.</param>
    public static Spoken In(string? asked, Func<string, string?> environment) => new(
        asked ?? Variables.Select(environment).FirstOrDefault(static value => !string.IsNullOrEmpty(value)) ?? Translation.SourceLanguage);

    /// <summary>A text of the command line or of the system in this language.</summary>
    public string Of(string english) => _own.Of(english) is var said && said != english ? said : _system.Of(english);
}
