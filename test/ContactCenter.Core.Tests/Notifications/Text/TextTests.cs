using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Text;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("bell\a and \u001b[31mcolour", "bell  and  [31mcolour")]
    [InlineData("\u202Egnp.exe\u202C \u2066x\u2069", "gnp.exe x")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("next\u2028line\u2029s", "next line s")]
    [InlineData(null, "")]
    public void A_line_has_no_control_and_no_invisible_characters(string? text, string expected) =>
        Assert.Equal(expected, CleanText.Line(text, 100));

    [Fact]
    public void Paragraphs_keep_line_feeds_and_nothing_else() =>
        Assert.Equal("a\nb c", CleanText.Paragraphs("a\r\nb\tc", 100));

    [Fact]
    public void A_long_text_ends_in_an_ellipsis_and_a_pair_of_surrogates_is_never_cut() =>
        Assert.Equal("ab…", CleanText.Line("ab😀😀", 4));

    [Fact]
    public void Any_text_on_a_line_is_bounded_clean_and_whole() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Choose(1, 40).ToArbitrary(), (text, maximum) =>
        {
            var line = CleanText.Line(text, maximum);
            return line.Length <= maximum
                && line.EnumerateRunes().All(rune => rune.Value != 0xFFFD || text!.Contains('\uFFFD') || text.Any(char.IsSurrogate))
                && line.All(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("Störung in Köln – 5 €", 40, "Stoerung in Koeln - 5 EUR")]
    [InlineData("日本", 40, "??")]
    [InlineData("abcdef", 4, "abc~")]
    [InlineData("ääää", 5, "aeae~")]
    [InlineData("abc", 0, "")]
    public void ASCII_says_a_text_as_well_as_it_can(string text, int maximum, string expected) =>
        Assert.Equal(expected, AsciiText.Line(text, maximum));

    [Theory]
    [InlineData("a<!channel>&b", 100, "a&lt;!channel&gt;&amp;b")]
    [InlineData("ab<", 6, "ab&lt;")]
    [InlineData("ab<", 5, "ab…")]
    [InlineData("a<b", 5, "a…")]
    public void Slack_texts_escape_the_three_characters_and_never_cut_an_escape(string text, int maximum, string expected) =>
        Assert.Equal(expected, SlackText.Line(text, maximum));

    [Fact]
    public void Any_Slack_text_is_bounded_and_holds_no_bare_markup() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Choose(1, 30).ToArbitrary(), (text, maximum) =>
        {
            var escaped = SlackText.Line("<&>" + text + "<&>", maximum);
            var bare = escaped.Replace("&amp;", "", StringComparison.Ordinal)
                .Replace("&lt;", "", StringComparison.Ordinal)
                .Replace("&gt;", "", StringComparison.Ordinal);
            return escaped.Length <= maximum && bare.IndexOfAny(['<', '>', '&']) < 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("*bold* [x](https://evil.example)", "\\*bold\\* \\[x\\]\\(https://evil\\.example\\)")]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    public void Markdown_is_shown_and_not_read(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Line(text, 100));

    [Theory]
    [InlineData("https://runbooks.example.com/x", true)]
    [InlineData("http://runbooks.example.com/x", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:password@example.com/", false)]
    [InlineData("/relative", false)]
    [InlineData(null, false)]
    public void Only_encrypted_absolute_addresses_stand_behind_buttons(string? text, bool isOne) =>
        Assert.Equal(isOne, WebAddress.Https(text) is not null);
}
