using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What works, and hardly anybody means.</summary>
public sealed class QuestionTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    [Fact]
    public void Nothing_is_asked_about_the_sample() => Assert.Empty(ConfigurationQuestions.About(Sample, Now));

    [Theory]
    [InlineData("custmers", "table", "; did you mean customers?")]
    [InlineData("Biling", null, "; did you mean Billing?")]
    [InlineData("Billing", "table", "")]
    [InlineData("elsewhere", null, "")]
    public void A_window_that_holds_nothing_is_asked_about(string resource, string? group, string suggestion)
    {
        var question = Assert.Single(Ask(Window(resource, group, TimeSpan.FromHours(2))));

        Assert.Equal(("$.maintenance[0].resources[0]", $"\"{resource}\""), (question.Path, question.Found));
        Assert.EndsWith($"so the window holds nothing{suggestion}", question.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customers", "table")]
    [InlineData("Billing", "queue")]
    [InlineData("ivr-main", null)]
    [InlineData("example-bank", null)]
    public void A_window_on_what_there_is_is_not(string resource, string? group) =>
        Assert.Empty(Ask(Window(resource, group, TimeSpan.FromHours(2))));

    [Fact]
    public void Planned_work_of_more_than_a_week_is_asked_about() =>
        Assert.Equal("$.maintenance[0].to", Assert.Single(Ask(Window("customers", "table", TimeSpan.FromDays(8)))).Path);

    [Theory]
    [InlineData("2026-10-26", true)]
    [InlineData("2026-10-24", false)]
    [InlineData("2026-01-05", false)]
    public void A_rotation_that_has_not_begun_is_asked_about(string from, bool asks)
    {
        var rota = new OnCallSettings
        {
            From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            Participants = [new OnCallParticipant { Name = "Ann", Endpoints = Sample.Audiences["on-call"] }],
        };
        var questions = Ask(Sample with { OnCall = new Dictionary<string, OnCallSettings> { ["rota"] = rota } });

        Assert.Equal(asks ? ["$.onCall.rota.from"] : Array.Empty<string>(), questions.Select(static question => question.Path));
    }

    [Fact]
    public void A_P1_that_is_told_late_or_by_e_mail_alone_is_asked_about()
    {
        var policy = new EscalationSettings { Steps = [new() { After = TimeSpan.FromMinutes(30), Audience = "workforce" }] };
        var escalation = new BySeverity<EscalationSettings>
        {
            P1 = policy,
            P2 = Sample.Escalation.P2,
            P3 = Sample.Escalation.P3,
            P4 = Sample.Escalation.P4,
        };

        Assert.Equal(
            ["$.escalation.P1.steps[0].after", "$.escalation.P1.steps"],
            Ask(Sample with { Escalation = escalation }).Select(static question => question.Path));
    }

    [Fact]
    public void One_person_in_every_audience_is_asked_about()
    {
        var everywhere = Sample.Audiences.ToDictionary(
            static audience => audience.Key,
            static audience => (IReadOnlyList<Endpoint>)
                [.. audience.Value, new Endpoint { Channel = Channel.Email, To = "Bob@bank.example" }]);

        Assert.Equal(
            "\"Bob@bank.example\" in every audience", Assert.Single(Ask(Sample with { Audiences = everywhere })).Found);
    }

    [Fact]
    public void Repairs_that_are_switched_off_and_a_quiet_day_are_asked_about()
    {
        var changed = Sample with
        {
            Remediation = new RemediationSettings { Mode = RemediationMode.Off },
            Incidents = new IncidentSettings { QuietPeriod = TimeSpan.FromHours(10) },
        };

        Assert.Equal(["$.remediation.mode", "$.incidents.quietPeriod"], Ask(changed).Select(static question => question.Path));
    }

    private static IReadOnlyList<ConfigurationProblem> Ask(ContactCenterConfiguration configuration) =>
        ConfigurationQuestions.About(configuration, Now);

    private static ContactCenterConfiguration Window(string resource, string? group, TimeSpan length) => Sample with
    {
        Maintenance =
        [
            new MaintenanceSettings
            {
                Name = "move",
                From = Now,
                To = Now + length,
                Resources = [resource],
                Groups = group is null ? [] : [group],
            },
        ],
    };
}
