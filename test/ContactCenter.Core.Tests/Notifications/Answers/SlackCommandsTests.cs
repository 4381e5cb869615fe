using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>What people write behind <c>/incident</c> in Slack, and what they are told.</summary>
public sealed class SlackCommandsTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly DateTimeOffset Now = Messages.Opened;

    private readonly InMemoryIncidentStore _store = new();
    private readonly Notes _notes = new() { Now = Now };
    private readonly ContactCenterConfiguration _center = Desk.Center(static center =>
    {
        center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["chat"] = [new Endpoint { Channel = Channel.Slack, To = "#betrieb", Language = "de" }],
        };
        center.TimeZone = "Europe/Berlin";
        center.OnCall = new Dictionary<string, OnCallSettings>
        {
            ["platform"] = new()
            {
                From = new DateOnly(2026, 1, 5),
                Participants =
                [
                    new() { Name = "Ann", Endpoints = [new Endpoint { Channel = Channel.Slack, To = "#ops", Mention = "U1" }] },
                ],
            },
            ["later"] = new() { From = new DateOnly(2999, 1, 1), Participants = [new() { Name = "Bob", Endpoints = [] }] },
        };
    });

    private IncidentDesk Core => new(_center, _store);

    [Fact]
    public async Task A_list_has_what_is_open_the_worst_first()
    {
        await RedAsync("queue-wait-time", "Billing");
        await RedAsync("queue-full", "Cards");

        Assert.Equal(
            [
                .. _store.All.OrderBy(static incident => incident.Severity).Select(static incident =>
                    $"{incident.Subject}: {incident.Symptom}\n{incident.Id}: {incident.Severity}, Open, nobody has taken it, "
                        + $"owner {incident.Owner}, since 2026-03-02 10:00 Europe/Berlin (09:00 UTC)"),
            ],
            await SayAsync(""));
        Assert.Equal(2, _store.All.Select(static incident => incident.Severity).Distinct().Count());
    }

    [Fact]
    public async Task A_list_says_what_is_broken_in_the_language_of_the_channel()
    {
        await RedAsync("queue-full", "Cards");

        Assert.StartsWith(
            "Warteschlange Cards: Warteschlange ist voll\n",
            Assert.Single(await SayAsync(Request("", "U1", "betrieb", Now), Now)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_is_open_that_is_said() => Assert.Equal(["No incident is open."], await SayAsync("list"));

    [Theory]
    [InlineData("open no-audio billing", "no audio", "Billing")]
    [InlineData("open noAudio three of us Billing", "no audio", "Billing")]
    [InlineData("OPEN screen-frozen", "screen is frozen", "bank")]
    [InlineData("open Nobody can pay by card  Cards", "Nobody can pay by card", "Cards")]
    [InlineData("open Cards", "Cards", "bank")]
    public async Task What_is_wrong_is_reported_by_a_kind_or_in_own_words_and_of_the_queue_at_its_end(
        string text, string symptom, string resource)
    {
        var line = Assert.Single(await SayAsync(text));

        var incident = Assert.Single(_store.All);
        Assert.Equal((symptom, resource), (incident.Symptom, incident.Key.Resource));
        Assert.Equal($"It is recorded: incident {incident.Id}, P3, owner operations.", line);
    }

    [Fact]
    public async Task Who_reported_and_where_stands_on_the_timeline_by_the_name_of_the_configuration()
    {
        await SayAsync("open no-audio three of us Billing");

        var opened = (await _store.TimelineAsync(Assert.Single(_store.All).Id, TestContext.Current.CancellationToken))[0];
        Assert.Equal(("Ann reports: three of us", "Ann", "slack #ops"), (opened.Text, opened.Facts!.Actor, opened.Facts.Channel));
    }

    [Fact]
    public async Task Who_reports_what_others_have_reported_is_told_how_many_and_which_incident()
    {
        await SayAsync("open no-audio Billing", "U1");
        await SayAsync("open no-audio Billing", "U2");

        var line = Assert.Single(await SayAsync("open no-audio Billing", "U3"));

        Assert.Equal($"2 others reported it: incident {Assert.Single(_store.All).Id}, P2, owner operations.", line);
    }

    [Fact]
    public async Task Whoever_reports_too_often_is_told_what_is_known_already()
    {
        for (var i = 0; i < _center.Incidents.OpeningsPerHour; i++)
        {
            await SayAsync("open no-audio Billing", at: Now.AddSeconds(i));
        }

        var known = Assert.Single(await SayAsync("open no-audio Billing"));
        var another = Assert.Single(await SayAsync("open no-audio Cards"));

        Assert.Equal(
            "One person reports at most 6 times within an hour. "
                + $"It is known already: incident {Assert.Single(_store.All).Id}, owner operations.",
            known);
        Assert.Equal("One person reports at most 6 times within an hour. It is not recorded, so tell somebody.", another);
    }

    [Fact]
    public async Task An_incident_is_taken_with_a_note()
    {
        await RedAsync("queue-wait-time", "Billing");
        var id = Assert.Single(_store.All).Id;

        var line = Assert.Single(await SayAsync($"ack `{id}` on it"));

        Assert.Equal($"Ann acknowledged incident {id}.", line);
        Assert.Equal("Ann", Assert.Single(_store.All).Acknowledgement!.By);
        var taken = (await _store.TimelineAsync(id, TestContext.Current.CancellationToken))[^1];
        Assert.Equal("Ann acknowledged: on it", taken.Text);
    }

    [Fact]
    public async Task The_same_request_again_counts_once()
    {
        await RedAsync("queue-wait-time", "Billing");
        var request = Request($"ack {Assert.Single(_store.All).Id}", "U1", "ops", Now);

        await SayAsync(request, Now);

        Assert.Equal(["Nothing was changed: it was so already."], await SayAsync(request, Now.AddMinutes(1)));
        Assert.Equal(Now, Assert.Single(_store.All).Acknowledgement!.At);
    }

    [Theory]
    [InlineData("ack", "Say which incident, such as 7Q2M9KXA-3.")]
    [InlineData("ack everything", "Say which incident, such as 7Q2M9KXA-3.")]
    [InlineData("ack 7Q2M9KXA-3", "There is no such incident, or a newer one of the same resource has taken its place.")]
    [InlineData("open", "Say what is wrong.")]
    public async Task What_does_not_fit_is_said_in_words(string text, string expected) => Assert.Equal([expected], await SayAsync(text));

    [Fact]
    public async Task What_is_over_is_not_taken()
    {
        await RedAsync("queue-wait-time", "Billing");
        var id = Assert.Single(_store.All).Id;
        await Core.Pipeline.ActAsync(id, new PersonActed(PersonAction.Resolve, "bob"), Now, TestContext.Current.CancellationToken);

        Assert.Equal(["It is over already."], await SayAsync($"ack {id}"));
    }

    [Fact]
    public async Task Who_is_on_call_is_told_for_each_schedule() => Assert.Equal(
        ["Ann is on call by platform until 2026-03-09 09:00 Europe/Berlin (08:00 UTC).", "Nobody is on call by later."],
        await SayAsync("oncall"));

    [Fact]
    public async Task What_an_incident_was_is_said_with_a_note_once_it_is_over()
    {
        await RedAsync("queue-wait-time", "Billing");
        var id = Assert.Single(_store.All).Id;
        var early = Assert.Single(await SayAsync($"verdict {id} noise"));
        _ = await Core.Pipeline.ActAsync(id, new PersonActed(PersonAction.Resolve, "bea"), Now, TestContext.Current.CancellationToken);

        var line = Assert.Single(await SayAsync($"verdict {id.ToLowerInvariant()} NOISE no customer noticed"));

        Assert.Equal("It is not over yet: say what it was when it is.", early);
        Assert.Equal($"Ann said what incident {id} was.", line);
        Assert.Equal((VerdictKind.Noise, "Ann"), (Assert.Single(_store.All).Verdict!.Kind, Assert.Single(_store.All).Verdict!.By));
        Assert.Contains(
            "no customer noticed", (await _store.TimelineAsync(id, TestContext.Current.CancellationToken))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verdict")]
    [InlineData("verdict 7Q2M9KXA-3")]
    [InlineData("verdict 7Q2M9KXA-3 boring")]
    [InlineData("verdict 7Q2M9KXA-3 1")]
    public async Task What_is_no_verdict_is_answered_with_those_that_there_are(string text) => Assert.Equal(
        "Say which incident and what it was, real, noise, expected or drill: /incident verdict 7Q2M9KXA-3 noise",
        Assert.Single(await SayAsync(text)));

    [Fact]
    public async Task What_is_no_command_gets_help_with_the_name_that_the_app_gave_it()
    {
        var lines = await SayAsync("explode now");

        Assert.Equal("There is no such command here: explode", lines[0]);
        Assert.Equal(await SayAsync("help"), lines.Skip(1));
        Assert.All(lines.Skip(1), static line => Assert.StartsWith("/incident", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_channel_decides_the_language() =>
        Assert.Equal(["Kein Vorfall ist offen."], await SayAsync(Request("", "U1", "betrieb", Now), Now));

    [Fact]
    public async Task An_answer_is_for_the_person_alone_and_markup_in_it_is_none()
    {
        var answer = await AnswerAsync(Request("open <!channel> *all* is lost", "U1", "ops", Now), Now);
        var list = await AnswerAsync(Request("", "U1", "ops", Now), Now);

        Assert.Equal(("application/json; charset=utf-8", 200), (answer.Headers["content-type"], answer.Status));
        Assert.Equal("ephemeral", (string?)JsonNode.Parse(list.Body)!["response_type"]);
        Assert.DoesNotContain("<!channel>", JsonNode.Parse(list.Body)!.ToString(), StringComparison.Ordinal);
        Assert.All(
            JsonNode.Parse(list.Body)!["blocks"]!.AsArray(), static block => Assert.Equal("plain_text", (string?)block!["text"]!["type"]));
    }

    [Fact]
    public async Task A_recorded_command_is_read_and_answered()
    {
        var file = Repository.File("test", "Recorded", "events", "28-slack-slash-command.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        foreach (var recorded in JsonNode.Parse(text)!.AsArray())
        {
            var body = string.Join(
                '&', recorded!.AsObject().Select(static field => $"{field.Key}={WebUtility.UrlEncode((string?)field.Value)}"));

            var answer = await AnswerAsync(SlackAnswersTests.Signed(Encoding.UTF8.GetBytes(body)), Now);

            Assert.Equal(200, answer.Status);
            Assert.StartsWith(
                (string?)recorded["text"] == ""
                    ? "Slack: alex (U0EXAMPLE) wrote /cc  in C0"
                    : "Slack: alex (U0EXAMPLE) wrote /cc status in C0",
                answer.Reason,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("command=%2Fincident&text=list")]
    [InlineData("command=incident&user_id=U1")]
    [InlineData("command=%2Fincident&user_id=U1%0AU2")]
    [InlineData("command=%2Fincident&command=%2Fother&user_id=U1")]
    public void A_signed_body_that_is_no_command_is_refused(string body) =>
        Assert.Equal(400, SlackAnswers.Read(SlackAnswersTests.Signed(Encoding.UTF8.GetBytes(body)), Secret, Now).Status);

    private static AnswerRequest Request(string text, string user, string channel, DateTimeOffset at) => SlackAnswersTests.Signed(
        Encoding.UTF8.GetBytes(
            $"command=%2Fincident&text={WebUtility.UrlEncode(text)}&user_id={user}&user_name=ann&channel_id=C1&channel_name={channel}"
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F2%2Fx"),
        at: at);

    private Task<IReadOnlyList<string>> SayAsync(string text, string user = "U1", DateTimeOffset? at = null) =>
        SayAsync(Request(text, user, "ops", at ?? Now), at ?? Now);

    private async Task<IReadOnlyList<string>> SayAsync(AnswerRequest request, DateTimeOffset at) =>
    [
        .. JsonNode.Parse((await AnswerAsync(request, at)).Body)!["blocks"]!.AsArray()
            .Select(static block => (string)block!["text"]!["text"]!),
    ];

    private async Task<Answer> AnswerAsync(AnswerRequest request, DateTimeOffset at)
    {
        var command = SlackAnswers.Read(request, Secret, Now).Command;
        Assert.NotNull(command);
        return await new SlackCommands(Core, _store, new ReportDesk(Core.Pipeline, _store, _notes, _center), _center)
            .AnswerAsync(command, at, TestContext.Current.CancellationToken);
    }

    private async Task RedAsync(string alarm, string resource) =>
        await Core.Pipeline.ReceiveAsync(
            new ChangedAlarm(Alarms.Change(alarm, resource, AlarmState.Alarm, Now)), Now, TestContext.Current.CancellationToken);
}
