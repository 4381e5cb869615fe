using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Texts;

/// <summary>
/// What people are told stands in the tables. A literal that has three words of small letters in a row looks like a sentence; in the
/// folders that write messages none may stand that people read, and each that stands there for another reason is told here with it.
/// </summary>
public sealed partial class LiteralTests
{
    /// <summary>What writes messages, timelines, pages behind links, and findings about an account.</summary>
    private static readonly string[] Folders =
    [
        "src/ContactCenter.Core/Escalation", "src/ContactCenter.Core/Incidents", "src/ContactCenter.Core/Notifications",
        "src/ContactCenter.Core/Monitoring/Parsing", "src/ContactCenter.Core/Monitoring/Triage", "src/ContactCenter.Core/Remediation",
        "src/ContactCenter.Core/Validation/Account", "src/ContactCenter.Aws/Account", "src/ContactCenter.Aws/Incidents",
        "src/ContactCenter.Aws/Notifications", "src/ContactCenter.Aws/Remediation",
    ];

    /// <summary>Files whose literals nobody reads in a message, by the reason why not.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["BodySignature.cs"] = "goes into the log of a function",
        ["LinkAnswers.cs"] = "goes into the log of a function",
        ["PersonAnswers.cs"] = "goes into the log of a function, and to programs that called it",
        ["ServiceNowAnswers.cs"] = "goes into the log of a function, and to ServiceNow",
        ["PagerDutyAnswers.cs"] = "goes into the log of a function, and to PagerDuty",
        ["PagerDutySignature.cs"] = "goes into the log of a function",
        ["JiraAnswers.cs"] = "goes into the log of a function, and to Jira",
        ["SlackCommands.cs"] = "goes into the log of a function",
        ["SlackAnswers.cs"] = "goes into the log of a function, and to Slack",
        ["EscalationClock.cs"] = "goes into the log of a function",
        ["AlarmParser.cs"] = "goes into the log of a function",
        ["Scenario.cs"] = "describes members in the document of the API, which is English",
        ["ItemKey.cs"] = "an exception that only programmers see",
        ["DynamoDbOutbox.cs"] = "stands beside a stored effect that cannot be read, for whoever looks at the table",
        ["DrillPreconditions.cs"] = "printed by the command line alone",
        ["FailoverDrill.cs"] = "printed by the command line alone",
        ["FailoverRehearsal.cs"] = "printed by the command line alone",
    };

    [Fact]
    public void No_sentence_that_people_read_stands_outside_the_tables() => Assert.Empty(Found(static file => !Others.ContainsKey(file)));

    [Fact]
    public void Each_file_that_may_have_sentences_has_one() =>
        Assert.Equal(
            Others.Keys.Order(StringComparer.Ordinal),
            Found(static file => Others.ContainsKey(file))
                .Select(static found => found.Split(':')[0].Split('/')[^1])
                .Distinct()
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("yield return new(what, $\"has no index {index} that counts\");", true)]
    [InlineData("throw new ArgumentException(\"this is a sentence of programmers\");", false)]
    [InlineData("// \"this is a sentence too\"", false)]
    [InlineData("Say(\"aws lambda\");", false)]
    public void A_sentence_is_told_from_what_is_none(string line, bool isOne) => Assert.Equal(isOne, IsTold([line]).Any());

    private static IEnumerable<string> Found(Func<string, bool> counts) => SourceFile.Read(Repository.Root, Folders)
        .Where(file => counts(file.Path.Split('/')[^1]))
        .SelectMany(static file => IsTold(file.Text.Split('\n')).Select(line => $"{file.Path}: {line}"));

    /// <summary>
    /// Lines with a literal that looks like a sentence, but for those of exceptions that only programmers see, and words of others that are
    /// recognised.
    /// </summary>
    private static IEnumerable<string> IsTold(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var isThrown = Thrown().IsMatch(line) || (i > 0 && Thrown().IsMatch(lines[i - 1]));
            if (!isThrown && !line.StartsWith("//", StringComparison.Ordinal)
                && Literal().Matches(line).Any(static literal => Words().IsMatch(Hole().Replace(literal.Value, "X"))))
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?<![\w.-])[a-z]{2,},? [a-z]{2,},? [a-z]{2,}(?![\w.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"new (Argument\w*|InvalidOperation|Format|Json|Timeout|HttpRequest)Exception\(|: Exception\(|string ToString\(\)|\b(StartsWith|Contains|Says)\(",
        RegexOptions.CultureInvariant)]
    private static partial Regex Thrown();
}
