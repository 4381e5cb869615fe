using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Texts;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Faults;
using ContactCenter.Language.Texts;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Cli.Texts;

/// <summary>In which language a command speaks. What it prints as JSON is English, because programs read it.</summary>
internal sealed class Spoken
{
    private const string OptionName = "--language";
    private static readonly Spoken English = new(Translation.SourceLanguage);

    /// <summary>Where POSIX has the language of messages, the first that is set (Base Definitions, section 8.2).</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Short names of days and months, as they are written before they are said.</summary>
    private static readonly FrozenDictionary<string, (bool IsDay, int Place)> Names = CultureInfo.InvariantCulture.DateTimeFormat
        .AbbreviatedDayNames.Index().Select(static day => (day.Item, Place: (true, day.Index)))
        .Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Index().Where(static month => month.Item.Length > 0)
            .Select(static month => (month.Item, Place: (false, month.Index))))
        .ToFrozenDictionary(static name => name.Item, static name => name.Place, StringComparer.Ordinal);

    private static readonly AsyncLocal<Spoken?> Current = new();

    private readonly SentenceFiller _words;
    private readonly Translation _system;
    private readonly Lazy<Translation> _findings;
    private readonly Lazy<Translation> _parser;
    private readonly Lazy<Translation> _scenes;
    private readonly Lazy<Translation> _purposes;
    private readonly Lazy<Translation> _promises;
    private readonly Lazy<Translation> _problems;
    private readonly Lazy<Translation> _places;

    private Spoken(string language)
    {
        _system = Translation.Into(language);
        _words = new(_system, SentenceTables.Of(_system.Language));
        _findings = new(() => Translation.OfFindings(_system.Language));
        _parser = new(() => Translation.By(
            _system.Language, ParserTables.Of(Translation.SourceLanguage), ParserTables.Of(_system.Language)));
        _scenes = new(() => ScenarioLibrary.Words(_system.Language));
        _purposes = new(() => EmbeddedFunction.Words(_system.Language));
        _promises = new(() => FaultReport.Words(_system.Language));
        _places = new(() => PrivacyPlaces.Words(_system.Language));
        _problems = new(() => Translation.By(
            _system.Language, ProblemsTables.Of(Translation.SourceLanguage), ProblemsTables.Of(_system.Language)));
    }

    /// <summary>The language of the command that runs; English before one does.</summary>
    public static Spoken Now => Current.Value ?? English;

    /// <summary>Two-letter code.</summary>
    public string Language => _system.Language;

    /// <summary>Speaks a language from now on.</summary>
    /// <param name="language">A code such as <c>de</c>, or a locale such as <c>de_DE.UTF-8</c>; one without a table is English.</param>
    public static void Speak(string language) => Current.Value = new Spoken(language.Split('.', '@')[0]);

    /// <summary>The language of the environment, else English.</summary>
    /// <param name="environment">Gives a variable of the environment, or null.</param>
    public static string Of(Func<string, string?> environment) =>
        Variables.Select(environment).FirstOrDefault(static value => !string.IsNullOrEmpty(value)) ?? Translation.SourceLanguage;

    /// <summary>Gives the option by which a language is named to every command that has no other use for its name.</summary>
    /// <param name="command">The program, or a command with others below.</param>
    public static void Offer(Command command)
    {
        foreach (var below in command.Subcommands)
        {
            Offer(below);
        }

        var isRun = command.Subcommands.Count == 0 || command.Action is not null;
        if (isRun && command.Options.All(static option => option.Name != OptionName))
        {
            var language = new Option<string?>(OptionName) { Description = Say.LanguageOption(string.Join('|', Translation.Languages)) };
            language.AcceptOnlyFromAmong([.. Translation.Languages]);
            command.Options.Add(language);
        }
    }

    /// <summary>The language that a command line names, or null; English where it asks for JSON.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? Asked(ParseResult parsed) =>
        parsed.GetResult("--json") is OptionResult { Implicit: false } ? Translation.SourceLanguage
        : parsed.GetResult(OptionName) is OptionResult { Implicit: false, Tokens: [var language, ..] } ? language.Value
        : null;

    /// <summary>A sentence of the table.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="values">Of its placeholders; numbers get the marks of the language.</param>
    public string Words(int place, params ReadOnlySpan<(string Name, string Value)> values) => _words.Words(place, values);

    /// <summary>What the system says, in this language.</summary>
    public string Of(string english) => _system.Of(english);

    /// <summary>What the API says of something that cannot be, in this language.</summary>
    public string Reply(string english) => Translation.OfReplies(Language).Of(english);

    /// <summary>What is found in a configuration, in this language.</summary>
    public string Finding(string english) => _findings.Value.Whole(english);

    /// <summary>What is broken in a simulated center, or what is played there, in this language.</summary>
    public string Scene(string english) => _scenes.Value.Whole(english);

    /// <summary>When a function is called, or why it cannot be here, in this language.</summary>
    public string Purpose(string english) => _purposes.Value.Whole(english);

    /// <summary>What was promised and not kept under faults, in this language.</summary>
    public string Promise(string english) => _promises.Value.Whole(english);

    /// <summary>What is wrong with articles, labelled texts or models, in this language; what others say stays as it is.</summary>
    public string Problem(string english) => _problems.Value.Whole(english);

    /// <summary>Where something of a customer is kept and why it remains, in this language.</summary>
    public string Place(string english) => _places.Value.Whole(english);

    /// <summary>A number with the marks of the language, however it is padded; anything else as it is.</summary>
    public string Number(string value) => _words.Number(value);

    /// <summary>A time with the days and months of the language.</summary>
    /// <param name="time">The time.</param>
    /// <param name="format">How it is written; names are short ones.</param>
    public string Date(IFormattable time, string format)
    {
        var written = time.ToString(format, CultureInfo.InvariantCulture);
        return Language == Translation.SourceLanguage
            ? written
            : string.Join(' ', written.Split(' ').Select(static word => Names.TryGetValue(word, out var name) ? Name(name) : word));

        static string Name((bool IsDay, int Place) name) => (name.IsDay ? Say.Days : Say.Months).Split(' ')[name.Place];
    }

    /// <summary>A heading as it stands in the middle of a line.</summary>
    public string InSentence(string heading) => Language == Translation.SourceLanguage ? heading.ToLowerInvariant() : heading;

    /// <summary>What the library that reads command lines says, in this language.</summary>
    public string Parser(string english) => _parser.Value.Whole(english);
}
