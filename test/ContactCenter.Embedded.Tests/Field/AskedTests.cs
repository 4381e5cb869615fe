using ContactCenter.Core.Validation;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>What may be meant and hardly is, and what <c>validate</c> and a deployment ask about it.</summary>
public sealed class AskedTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_window_on_a_resource_that_there_is_not_is_asked_about_with_what_may_be_meant()
    {
        var question = About("maintenance-typo.config.json", "$.maintenance");

        Assert.Equal(("$.maintenance[0].resources[0]", "\"custmers\""), (question.Path, question.Found));
        Assert.EndsWith("so the window holds nothing; did you mean customers?", question.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rotation_that_has_not_begun_is_asked_about_with_when_it_begins()
    {
        var question = About("nobody-on-call-yet.config.json", "$.onCall");

        Assert.Equal(("$.onCall.rota.from", "2026-10-26"), (question.Path, question.Found));
        Assert.Contains("until its first hand-over at 2026-10-26 14:00 UTC nobody is on call", question.Expected, StringComparison.Ordinal);
    }

    private static ConfigurationProblem About(string file, string path) => Assert.Single(
        ConfigurationQuestions.About(FieldReplay.Configuration(file), Nine),
        question => question.Path.StartsWith(path, StringComparison.Ordinal));
}
