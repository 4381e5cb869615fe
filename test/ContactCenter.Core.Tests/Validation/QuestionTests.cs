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

    [Fact]
    public void Buttons_that_nobody_answers_are_asked_about() =>
        Assert.Equal(
            "$.answers.slackSigningSecret",
            Assert.Single(Ask(Sample with { Answers = Sample.Answers with { SlackSigningSecret = null } })).Path);

    [Theory]
    [InlineData(Channel.ServiceNow, "bank.service-now.com", "$.answers.serviceNowCallbackSecret")]
    [InlineData(Channel.PagerDuty, "eu", "$.answers.pagerDutyWebhookSecret")]
    [InlineData(Channel.Jira, "jsm", "$.answers.jiraWebhookSecret")]
    public void A_tool_that_is_not_heard_is_asked_about(Channel channel, string to, string path)
    {
        var told = new Dictionary<string, IReadOnlyList<Endpoint>>(Sample.Audiences);
        told["on-call"] = [.. told["on-call"], new Endpoint { Channel = channel, To = to, Secret = "arn" }];

        Assert.Equal(path, Assert.Single(Ask(Sample with { Audiences = told })).Path);
    }

    [Fact]
    public void A_P1_of_which_nobody_hears_but_in_Teams_is_asked_about()
    {
        var told = Sample.Audiences.ToDictionary(
            static audience => audience.Key,
            static audience => (IReadOnlyList<Endpoint>)[new Endpoint { Channel = Channel.Teams, To = audience.Key, Secret = "arn" }]);
        var schedules = Sample.OnCall.ToDictionary(
            static schedule => schedule.Key,
            static schedule => schedule.Value with
            {
                Participants =
                [
                    .. schedule.Value.Participants.Select(static one => one with
                    {
                        Endpoints = [new Endpoint { Channel = Channel.Teams, To = one.Name, Secret = "arn" }],
                    }),
                ],
            });

        Assert.Contains(
            Ask(Sample with { Audiences = told, OnCall = schedules }),
            static question => question.Path == "$.escalation.P1.steps"
                && $"{question}".Contains("Teams says that it has taken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("card_lst", "; did you mean card_lost?")]
    [InlineData("meter_reading", "")]
    public void A_topic_that_the_model_does_not_know_is_asked_about(string topic, string suggestion)
    {
        var routes = new Dictionary<string, TopicRoute>(Sample.Routing.Topics) { [topic] = new() { Queue = "General" } };
        var question = Assert.Single(Ask(Sample with { Routing = Sample.Routing with { Topics = routes } }));

        Assert.Equal($"$.routing.topics.{topic}", question.Path);
        Assert.EndsWith($"by a flow of yours{suggestion}", question.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_topics_are_those_of_the_model_in_service()
    {
        var unknown = ConfigurationQuestions.About(Sample, Now, ["card_lost"]).Select(static question => question.Path).ToArray();

        Assert.Contains("$.routing.topics.fraud", unknown);
        Assert.DoesNotContain("$.routing.topics.card_lost", unknown);
        // a key of the menu stands for this one, whatever the model knows
        Assert.DoesNotContain("$.routing.topics.technical_problem", unknown);
    }

    [Fact]
    public void A_key_of_the_menu_that_nothing_routes_is_asked_about()
    {
        var routes = Sample.Routing.Topics.Where(static route => route.Key != "billing_question").ToDictionary();
        var question = Assert.Single(Ask(Sample with { Routing = Sample.Routing with { Topics = routes } }));

        Assert.Equal(("$.flows.menu[1].topic", "\"billing_question\""), (question.Path, question.Found));
    }

    [Fact]
    public void A_voice_that_nobody_knows_is_asked_about()
    {
        var flows = Sample.Flows! with { Languages = [Sample.Flows!.Languages[0] with { Voice = "Jonna" }, Sample.Flows.Languages[1]] };
        var question = Assert.Single(Ask(Sample with { Flows = flows }));

        Assert.Equal("$.flows.languages[0].voice", question.Path);
        Assert.EndsWith("; did you mean Joanna?", question.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audience_that_no_step_names_is_asked_about()
    {
        var audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Sample.Audiences)
        {
            ["night"] = [new Endpoint { Channel = Channel.Email, To = "night@bank.example" }],
        };

        Assert.Equal("$.audiences.night", Assert.Single(Ask(Sample with { Audiences = audiences })).Path);
    }

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

        Assert.Equal(asks, questions.Any(static question => question.Path == "$.onCall.rota.from"));
    }

    [Fact]
    public void A_P1_that_is_told_late_or_by_e_mail_alone_is_asked_about() =>
        Assert.Equal(["$.escalation.P1.steps[0].after", "$.escalation.P1.steps"], OfEscalation(new EscalationSettings { Steps = Late }));

    [Fact]
    public void So_is_one_of_an_owner_who_has_other_steps() =>
        Assert.Equal(
            ["$.escalation.P1.owners.engineering.steps[0].after", "$.escalation.P1.owners.engineering.steps"],
            OfEscalation(Sample.Escalation.P1 with
            {
                Owners = new Dictionary<string, OwnerEscalationSettings> { ["engineering"] = new() { Steps = Late } },
            }));

    [Fact]
    public void An_owner_without_steps_of_its_own_is_not() =>
        Assert.Empty(OfEscalation(Sample.Escalation.P1 with
        {
            Owners = new Dictionary<string, OwnerEscalationSettings> { ["engineering"] = new() { Unresolved = Late } },
        }));

    [Fact]
    public void One_person_in_every_audience_is_asked_about() =>
        Assert.Equal(
            "\"Bob@bank.example\" in every audience",
            Assert.Single(Ask(Everywhere(static _ => new Endpoint { Channel = Channel.Email, To = "Bob@bank.example" }))).Found);

    [Fact]
    public void So_is_one_who_has_another_address_in_each() =>
        Assert.Equal("\"Bob\" in every audience", Assert.Single(Ask(Everywhere(BobAt))).Found);

    [Fact]
    public void Who_takes_turns_and_is_in_every_audience_as_well_is_asked_about() =>
        Assert.Equal(
            ["$.onCall.rota", "$.audiences"],
            Ask(Everywhere(BobAt) with { OnCall = Rota(("rota", ["Ann", "Bob"])) }).Select(static question => question.Path));

    [Fact]
    public void An_address_of_who_takes_turns_is_that_person()
    {
        var rota = Rota(("rota", ["Ann", "Bob"]));
        var address = rota["rota"].Participants[1].Endpoints[0].To;

        Assert.Contains(
            "\"Bob\" in every audience",
            Ask(Everywhere(_ => new Endpoint { Channel = Channel.Email, To = address }) with { OnCall = rota })
                .Select(static question => question.Found));
    }

    [Theory]
    [InlineData("Ann Bob Cid", "Bob Cid Ann", false)]
    [InlineData("Ann Bob Cid", "Ann Cid Bob", true)]
    [InlineData("Ann Bob", "Cid", false)]
    public void Two_rotations_may_not_have_one_person_on_duty_in_both_at_once(string first, string second, bool asks) =>
        Assert.Equal(
            asks,
            Ask(Sample with
            {
                Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(),
                OnCall = Rota(("first", first.Split(' ')), ("second", second.Split(' '))),
            }).Any(static question => question is { Path: "$.audiences", Found: "\"Ann\" in every audience" }));

    [Fact]
    public void Repairs_that_are_switched_off_and_a_quiet_day_are_asked_about()
    {
        var changed = Sample with
        {
            Remediation = new RemediationSettings { Mode = RemediationMode.Off },
            Incidents = new IncidentSettings { QuietPeriod = TimeSpan.FromHours(10) },
        };

        Assert.Equal(["$.remediation.mode", "$.incidents.quietPeriod"], Ask(changed).Select(static question => question.Path));
        Assert.Contains("it is no time in which nobody is told", Ask(changed)[1].Expected, StringComparison.Ordinal);
    }

    private static readonly EscalationStepSettings[] Late = [new() { After = TimeSpan.FromMinutes(30), Audience = "workforce" }];

    /// <summary>Paths of what is asked about the escalation.</summary>
    private static IEnumerable<string> OfEscalation(EscalationSettings policy)
    {
        var escalation = new BySeverity<EscalationSettings>
        {
            P1 = policy,
            P2 = Sample.Escalation.P2,
            P3 = Sample.Escalation.P3,
            P4 = Sample.Escalation.P4,
        };
        return Ask(Sample with { Escalation = escalation })
            .Select(static question => question.Path)
            .Where(static path => path.StartsWith("$.escalation", StringComparison.Ordinal));
    }

    /// <summary>The sample with one more endpoint in each audience, by its number.</summary>
    private static ContactCenterConfiguration Everywhere(Func<int, Endpoint> endpoint) => Sample with
    {
        Audiences = Sample.Audiences.Index().ToDictionary(
            static audience => audience.Item.Key,
            audience => (IReadOnlyList<Endpoint>)[.. audience.Item.Value, endpoint(audience.Index)]),
        OnCall = new Dictionary<string, OnCallSettings>(),
    };

    /// <summary>Mail here, text messages there.</summary>
    private static Endpoint BobAt(int i) => i % 2 == 0
        ? new() { Channel = Channel.Email, To = "bob@bank.example", Name = "Bob" }
        : new() { Channel = Channel.Sms, To = "+4915112345699", Name = "Bob" };

    private static Dictionary<string, OnCallSettings> Rota(params (string Name, string[] People)[] schedules) => schedules.ToDictionary(
        static schedule => schedule.Name,
        static schedule => new OnCallSettings
        {
            From = new DateOnly(2026, 1, 5),
            Participants =
            [
                .. schedule.People.Select(static person => new OnCallParticipant
                {
                    Name = person,
                    Endpoints = [new Endpoint { Channel = Channel.Sms, To = $"number of {person}" }],
                }),
            ],
        });

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
