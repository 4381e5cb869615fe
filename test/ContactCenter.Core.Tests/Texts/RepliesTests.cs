using System.Text;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Core.Tests.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Texts;

/// <summary>What the API answers where it does not do what it was asked for, in the language of its reader.</summary>
public sealed class RepliesTests
{
    private static readonly Translation German = Translation.OfReplies("de");

    [Fact]
    public void Every_reply_is_recognised_by_its_English_form()
    {
        var wrong = Lines("en").Zip(Lines("de"))
            .Select(static pair => (English: new SentencePattern(pair.First), German: new SentencePattern(pair.Second)))
            .Select(static pair => (Said: pair.English.Fill(Values(pair.English)), Expected: pair.German.Fill(Values(pair.English))))
            .Where(static pair => German.Of(pair.Said) != pair.Expected)
            .Select(static pair => $"{pair.Said} → {German.Of(pair.Said)}, expected {pair.Expected}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(
        "Nobody is let in: the token has expired.",
        "Niemand wird eingelassen: das Token ist abgelaufen.")]
    [InlineData(
        "The parameter at: found last; week, expected a time such as 2026-11-29T00:00:00Z, of the years 2000 to 2200.",
        "Der Parameter at: gefunden: last; week, erwartet wird eine Zeit wie 2026-11-29T00:00:00Z, aus den Jahren 2000 bis 2200.")]
    [InlineData("It is over already.", "Es ist schon vorbei.")]
    [InlineData("Something of another version.", "Something of another version.")]
    public void What_stands_within_a_reply_is_said_in_the_language_too(string english, string german) =>
        Assert.Equal(german, German.Of(english));

    [Fact]
    public void Everything_that_is_wrong_with_a_setting_is_said_in_the_language_one_behind_the_other()
    {
        var rules = new SettingRules(SettingsRoom.Center());
        Setting[] wrong =
        [
            new Mute { Author = "", Reason = "a, b; c, d", From = Desk.At(0), Resource = "" },
            new OnCallExchange { Author = "Ada", Reason = "r", From = Desk.At(0), Schedule = "rota", First = "zoe", Second = "zoe" },
            new PlannedWork { Author = "Ada", Reason = "", From = Desk.At(0), Until = Desk.At(-1), Groups = ["queues", "x"] },
            new AlarmThreshold
            {
                Author = "Ada", Reason = "r", From = Desk.At(0), Alarm = "queue-wait-time", Resource = "Loans", Threshold = -1,
            },
        ];
        foreach (var problems in wrong.Select(setting => rules.Check(setting, Desk.At(0))))
        {
            var each = problems.Select(static problem => German.Of(problem.ToString())).ToArray();

            Assert.True(each.Length > 1);
            Assert.DoesNotContain(each, static said => said.Contains("expected", StringComparison.Ordinal));
            Assert.Equal($"{string.Join("; ", each)}.", German.Of($"{string.Join("; ", problems)}."));
        }
    }

    [Fact]
    public void A_problem_of_a_setting_is_said_whole() => Assert.Equal(
        "until: gefunden: kein Ende; erwartet: wann sie endet; nur ein Schwellenwert darf ohne Ende sein; "
            + "second: gefunden: \"ann\"; erwartet: jemand anderes als der erste.",
        German.Of(
            "until: found no end; expected when it ends; only a threshold may go without; "
            + "second: found \"ann\"; expected somebody else than the first."));

    [Fact]
    public void A_text_that_is_full_of_what_parts_lists_is_taken_apart_once()
    {
        var text = string.Concat(Enumerable.Repeat("a; b, c: d. ", 40));

        // parted anew wherever it was parted before, this would take longer than anybody runs a test
        Assert.Equal(text, German.Of(text));
        Assert.Equal(text, Translation.Into("de").Of(text));
    }

    private static Dictionary<string, string> Values(SentencePattern pattern) => pattern.Names.Distinct()
        .ToDictionary(static name => name, name => name == "count" ? "7" : pattern.IsSentence(name) ? "XX" : $"X{name}");

    private static string[] Lines(string language) =>
        Encoding.UTF8.GetString(RepliesTables.Of(language)).Split(Translation.EndOfSentence);
}
