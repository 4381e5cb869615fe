using System.CommandLine;
using System.Text.RegularExpressions;
using ContactCenter.Cli.Texts;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContactCenter.Cli.Tests.Texts;

/// <summary>Each sentence of the command line stands in one place for each language, and is said in that of whoever runs it.</summary>
public sealed partial class LanguageTests
{
    private static readonly Dictionary<string, string> German = new() { ["LC_ALL"] = "de_DE.UTF-8" };

    /// <summary>Words of other systems, what is stored and so in English, errors of the programmer.</summary>
    private static readonly string[] NoSentences =
    [
        "resolve AWS credentials", "It is over.", "Published by hand.", "a history has no other items", "a message is one of these",
        " at line ", " at its line ", "agents of ",
    ];

    [Theory]
    [InlineData("nofile.json: eine solche Datei gibt es nicht", "validate", "nofile.json")]
    [InlineData("Unbekannter Befehl oder unbekannte Angabe 'fly'.", "fly")]
    [InlineData("Die Option '--seed' kann mit 'many' nichts anfangen, erwartet wird eine ganze Zahl.", "simulate", "--seed", "many")]
    [InlineData("--hours: erwartet wird mehr als 0 und höchstens 168, gefunden wurde 0.", "simulate", "--hours", "0")]
    [InlineData("Die Option '--alarm' ist nötig.", "show", "sms")]
    [InlineData("Beschreibung:", "show", "--help")]
    public async Task What_is_wrong_is_told_in_the_language_of_the_environment(string expected, params string[] arguments)
    {
        var (_, output, errors) = await CommandLine.Run("", arguments, German);

        Assert.Contains(expected, output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_named_goes_before_that_of_the_environment()
    {
        var (_, _, errors) = await CommandLine.Run("", ["validate", "nofile.json", "--language", "en"], German);

        Assert.Equal("nofile.json: there is no such file", errors.Trim());
    }

    [Fact]
    public async Task Findings_of_a_configuration_are_told_in_the_language_too()
    {
        using var line = new CommandLine();
        var file = line.File(
            "bad.json",
            """
            {
              "environment": "Prod!",
              "instance": {
                "arn": "arn:aws:connect:eu-central-1:123456789012:instance/0a1b2c3d-0000-4000-8000-000000000001", "alias": "a"
              },
              "queues": [{ "name": "Sales", "importance": "huge" }],
              "tables": [{ "name": "a b" }],
              "audiences": { "people": [] }
            }
            """);

        var (code, _, errors) = await CommandLine.Run("", ["validate", file], German);

        Assert.Equal(1, code);
        Assert.Contains("Zeile 2, $.environment: gefunden: \"Prod!\"; erwartet wird 2 bis 20", errors, StringComparison.Ordinal);
        Assert.Contains("gefunden: \"huge\"; erwartet wird low, normal oder high", errors, StringComparison.Ordinal);
        Assert.Contains("erwartet wird 3 bis 255 Buchstaben, Ziffern und _ . -", errors, StringComparison.Ordinal);
        Assert.Contains("gefunden: kein Endpunkt; ein Personenkreis ohne Endpunkt erreicht niemanden", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge", "not a head", "hat keinen Kopf; erwartet wird eine Zeile ---", "build", "FILE", "--out", "x.cck")]
    [InlineData("x.csv", "a;b\n", "Spalten a;b; eine von diesen sollte da sein: text", "train", "FILE", "--out", "x.ccm")]
    [InlineData("x.csv", "text,topic\n\"a,b\n", "Zeile 2 beginnt, wird nicht geschlossen", "train", "FILE", "--out", "x.ccm")]
    [InlineData("x.csv", "text,topic\na b,c\n", "Das Thema „c“ hat 1 Beispiel; mit weniger als 10", "train", "FILE", "--out", "x.ccm")]
    [InlineData("x.ccm", "no model", "Das ist kein Modell zum Klassifizieren", "classify", "FILE", "text")]
    [InlineData("x.cck", "no base", "Das ist keine Wissensdatenbank", "ask", "question", "--knowledge", "FILE")]
    [InlineData("x.json", "{}", "erwartet wird ein Objekt mit der Liste Items", "shadow", "report", "FILE")]
    [InlineData("x.json", "nothing", "ist kein JSON in Zeile 1", "shadow", "report", "FILE")]
    public async Task What_is_wrong_with_other_files_is_told_in_the_language_too(
        string name, string content, string expected, params string[] arguments)
    {
        using var line = new CommandLine();
        var isFolder = !name.Contains('.', StringComparison.Ordinal);
        var file = line.File(isFolder ? $"{name}.md" : name, content);
        string[] command =
        [
            .. isFolder ? [name] : Array.Empty<string>(),
            .. arguments.Select(one => one == "FILE" ? isFolder ? Path.GetDirectoryName(file)! : file : one),
        ];

        var (code, _, errors) = await CommandLine.Run("", command, German);

        Assert.Equal(1, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_promises_are_told_in_the_language_too()
    {
        Spoken.Speak("de");

        Assert.Equal(
            "ann@bank.example zeigt 7Q2M9KXA-3 für immer als „Offen“, und es ist „Beendet“",
            Spoken.Now.Promise("ann@bank.example shows 7Q2M9KXA-3 as Open for ever, and it is Resolved"));
        Assert.Equal(
            "+4915112345701 der Bereitschaft erfuhr um 09:00:10 von 7Q2M9KXA-3, und in Bereitschaft ist Ada oder Bob",
            Spoken.Now.Promise("+4915112345701 of the rota was told of 7Q2M9KXA-3 at 09:00:10, and Ada or Bob is on call"));
    }

    [Fact]
    public void What_remains_of_a_customer_is_told_in_the_language_too()
    {
        Spoken.Speak("de");
        var center = new ContactCenterConfiguration
        {
            Environment = "prod",
            Instance = new ConnectInstance { Arn = "", Alias = "" },
            StandbyRegion = "eu-west-1",
            Sentiment = new SentimentSettings { ContactLens = true, Live = new() { Queue = "Supervisors" } },
        };
        var remaining = PrivacyPlaces.Remaining(center, DateTimeOffset.UnixEpoch)
            .Concat(PrivacyPlaces.Remaining(center, DateTimeOffset.UnixEpoch, isStandby: true))
            .ToArray();

        Assert.Equal(13, remaining.DistinctBy(static one => one.Place).Count());
        Assert.All(remaining.SelectMany(static one => new[] { one.Place, one.Why }), static said =>
            Assert.NotEqual(said, Spoken.Now.Place(said)));
        Assert.Equal(
            "ein Eintrag von cc-prod-contacts wurde 5-mal nacheinander von anderen geändert; bitte noch einmal ausführen",
            Spoken.Now.Place("an item of cc-prod-contacts was changed by others 5 times in a row; run it again"));
    }

    [Fact]
    public async Task What_programs_read_is_English_whoever_runs_it()
    {
        string[] arguments = ["replay", Repository.File("samples/alarm.json"), "--json"];

        var german = await CommandLine.Run("", arguments, German);
        var english = await CommandLine.Run(arguments);

        Assert.Equal(english, german);
    }

    [Fact]
    public void Numbers_have_the_marks_of_the_language_in_columns_too()
    {
        Spoken.Speak("de_DE.UTF-8");

        Assert.Equal("Text   1.834 von 16.000", Say.ShownLimit("Text", "  1,834", "16,000", ""));
    }

    [Fact]
    public void No_page_of_help_is_left_in_English()
    {
        Spoken.Speak("de");
        var left = Commands(Program.Create(), "contactcenter")
            .SelectMany(static command => Descriptions(command.Command).Select(text => (command.Name, Prose: Prose(text))))
            .Where(static page => EnglishWord().IsMatch(page.Prose));

        Assert.Empty(left);
    }

    [Fact]
    public void No_sentence_of_the_command_line_stands_in_its_code()
    {
        var root = Repository.File("src/ContactCenter.Cli");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(root, path).Replace('\\', '/'), Path: path))
            .ToArray();

        Assert.True(files.Length > 80);
        Assert.Empty(files.SelectMany(static file => Sentences(File.ReadAllText(file.Path)).Select(text => $"{file.Name}: {text}")));
    }

    [Theory]
    [InlineData("Console.WriteLine(\"nothing was written\");", "nothing was written")]
    [InlineData("var text = $\"{name}: there is no such file\";", ": there is no such file")]
    [InlineData("var text = \"\"\"\n    Two lines\n    of help\n    \"\"\";", "Two lines\nof help")]
    public void A_sentence_in_code_is_found(string code, string sentence) => Assert.Equal([sentence], Sentences(code));

    [Theory]
    [InlineData("var text = $\"[grey]{word}[/] [bold]{name}[/]\"; var time = \"ddd HH:mm:ss\";")]
    [InlineData("Text(\"merge\", \"merge 7Q2M9KXA-3 5TCW0F2B-1\"); var name = $\"incident {example}\"; // a comment of words")]
    public void Marks_formats_and_commands_are_no_sentences(string code) => Assert.Empty(Sentences(code));

    private static IEnumerable<string> Sentences(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
        .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
        .Select(static token => token.ValueText)
        .Where(static text => Words().IsMatch(Markup().Replace(text, "")) && !NotSaid().IsMatch(text)
            && !NoSentences.Contains(text));

    private static IEnumerable<(string Name, Command Command)> Commands(Command command, string name) =>
        command.Subcommands.SelectMany(below => Commands(below, $"{name} {below.Name}")).Prepend((name, command));

    private static IEnumerable<string> Descriptions(Command command) =>
    [
        command.Description ?? "",
        .. command.Options.Where(static option => option.Name is not ("--help" or "--version"))
            .Select(static option => option.Description ?? ""),
        .. command.Arguments.Select(static argument => argument.Description ?? ""),
    ];

    /// <summary>Without commands, data and what stands in quotation marks, which are the same in every language.</summary>
    private static string Prose(string page) => string.Join('\n', page.Split('\n')
        .Where(static line => !line.StartsWith("  ", StringComparison.Ordinal)
            || line.StartsWith("  contactcenter  ", StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<![-\w])(the|is|are|of|and|not|has|have|with|this|that|which|every|nobody|such as|file)(?![-\w])")]
    private static partial Regex EnglishWord();

    /// <summary>Two words of small letters with a blank between them.</summary>
    [GeneratedRegex(@"[A-Za-z]{2,}[,;:.]? +[a-z]{2,}|^: [a-z]+ [a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\[/?[a-z0-9 ]*\]")]
    private static partial Regex Markup();

    /// <summary>Formats of times, commands with their arguments, HTML, styles, JSON, patterns.</summary>
    [GeneratedRegex("ddd|yyyy|[0-9A-Z]{8}-[0-9]|^incident |--kind|<|^:root|\"botToken\"|\\(\\?<")]
    private static partial Regex NotSaid();
}
