using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Notifications.Text;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Exercises;

/// <summary>A scenario is played to the people on call through the deployed functions, and what they do is scored.</summary>
public sealed class GameDayTests : IDisposable
{
    private readonly GameDay _day = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clock_plays_the_alarms_of_the_plan_and_the_escalation_goes_its_ordinary_way()
    {
        var exercise = await _day.StartAsync();

        await _day.PassAsync(7);

        var incident = (await _day.IncidentAsync(exercise))!;
        Assert.Equal((string)exercise["id"]!, incident.Exercise!.Id);
        Assert.Equal((2, "EXERCISE: Table customers"), (incident.Alarms, incident.Subject));
        Assert.Equal([GameDay.Ben, GameDay.Ada], _day.Sent.Select(static effect => effect.To).Distinct());
        Assert.Equal(2, (int)(await _day.LookAsync(exercise))["played"]!);
    }

    [Fact]
    public async Task Every_message_begins_with_the_word_in_the_language_of_whoever_reads_it()
    {
        _ = await _day.StartAsync();

        await _day.PassAsync(8);

        Assert.NotEmpty(_day.Sent);
        Assert.All(_day.Sent, static effect => Assert.StartsWith(
            effect.To == GameDay.Ada ? "ÜBUNG [P" : "EXERCISE [P", PlainText.Subject(effect.Message), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_acts_and_whoever_sleeps_find_in_the_score_what_the_timeline_shows()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(8);
        await _day.ActAsync(exercise, "acknowledge");
        await _day.ActAsync(exercise, "roles/commander");
        await _day.ActAsync(exercise, "steps/1");
        await _day.ActAsync(exercise, "steps/2");
        await _day.ActAsync(exercise, "notes", new JsonObject { ["note"] = "Cards can be blocked by chat.", ["stakeholders"] = true });

        await _day.PassAsync(32);

        var ended = await _day.LookAsync(exercise);
        var score = ended["score"]!;
        Assert.Equal(("resolved", "Aims that were met: 3 of 5."), ((string?)ended["end"], (string?)score["summary"]));
        Assert.Equal(
            ["met", "partly", "partly", "met", "met"],
            score["aims"]!.AsArray().Select(static aim => (string?)aim!["outcome"]));
        Assert.Equal(
            [
                "Ada Lee: Was told at 10:06 UTC. Took it after 8 min. Ticked steps of the runbook: 2. Took the part of the commander. "
                    + "Wrote what those who wait are told.",
                "Ben Roth: Was told at 10:01 UTC. Did nothing that the timeline shows.",
            ],
            score["people"]!.AsArray().Select(static person => $"{person!["name"]}: {person["text"]}"));
    }

    [Fact]
    public async Task A_score_is_said_in_the_language_that_is_asked_for()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(2);

        var german = await _day.LookAsync(exercise, "de");

        Assert.Equal("Eine Tabelle, an der Anrufe hängen, wird gedrosselt", (string?)german["title"]);
        Assert.Equal("Erreichte Ziele: 0 von 5.", (string?)german["score"]!["summary"]);
        Assert.DoesNotContain(
            german["score"]!["aims"]!.AsArray(), static aim => $"{aim!["text"]}".Contains(" the ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_names_first_who_has_never_practised_with_the_kind_that_comes_next()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(2);
        await _day.ActAsync(exercise, "acknowledge");
        _ = await _day.StopAsync(exercise);

        var record = (await _day.System.CallAsync("GET", "/exercise-record")).Body["people"]!.AsArray();

        Assert.Equal(["Ben Roth", "Ada Lee"], record.Select(static person => (string?)person!["name"]));
        Assert.Equal((0, 1), ((int)record[0]!["count"]!, (int)record[1]!["count"]!));
        Assert.Equal(("api", true), ((string?)record[0]!["nextKind"], record[1]!["kinds"]!["table"] is not null));
    }

    [Fact]
    public async Task A_real_incident_ends_the_exercise_and_everybody_who_knew_of_it_is_told_why()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(2);
        var real = await _day.System.OpenAsync();

        await _day.PassAsync(1);

        var last = _day.Sent.Last(effect => effect.IncidentId == (string)exercise["incident"]!);
        Assert.Equal(
            (Occasion.Resolved, $"A real incident has begun, {real}: this exercise is over."),
            (last.Message.Occasion, last.Message.Remark));
        var ended = await _day.LookAsync(exercise);
        Assert.Equal(("realIncident", real), ((string?)ended["end"], (string?)ended["endedBy"]));
        await _day.PassAsync(30);
        Assert.Equal(1, (await _day.IncidentAsync(exercise))!.Alarms);
        Assert.Contains(_day.Sent, effect => effect.IncidentId == real && effect.Message.Exercise is null);
    }

    [Fact]
    public async Task None_is_started_while_people_must_act_on_a_real_incident()
    {
        var real = await _day.System.OpenAsync();

        var refused = await _day.TryStartAsync(new JsonObject { ["scenario"] = "table-throttled" });

        Assert.Equal("conflict", refused.Problem);
        Assert.Contains(real, (string?)refused.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_incident_that_somebody_has_taken_and_is_no_P1_or_P2_stands_beside_an_exercise()
    {
        var real = await _day.System.OpenAsync();
        _ = await _day.System.CallAsync("POST", $"/incidents/{real}/acknowledge", new JsonObject());
        var exercise = await _day.StartAsync();

        await _day.PassAsync(3);

        Assert.Null((await _day.LookAsync(exercise))["end"]);
    }

    [Fact]
    public async Task There_is_one_at_a_time_and_the_next_can_follow()
    {
        var first = await _day.StartAsync();

        var second = await _day.TryStartAsync(new JsonObject { ["scenario"] = "bot-silent" });
        _ = await _day.StopAsync(first);
        _day.Clock.Now += TimeSpan.FromMinutes(1);
        var third = await _day.TryStartAsync(new JsonObject { ["scenario"] = "bot-silent" });

        Assert.Equal(("conflict", 201), (second.Problem, third.Status));
    }

    [Fact]
    public async Task Stopping_tells_those_who_were_told_and_nobody_else_hears_of_it_again()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(2);

        var stopped = await _day.StopAsync(exercise);
        await _day.PassAsync(20);

        Assert.Equal(("stopped", "ada@example.com"), ((string?)stopped.Body["end"], (string?)stopped.Body["endedBy"]));
        Assert.Equal([Occasion.Opened, Occasion.Resolved], _day.Sent.Select(static effect => effect.Message.Occasion));
        Assert.Equal("ada@example.com has stopped this exercise.", _day.Sent[^1].Message.Remark);
        Assert.Equal(200, (await _day.StopAsync(exercise)).Status);
    }

    [Fact]
    public async Task Its_time_ends_it_although_alarms_are_red()
    {
        var scenario = new JsonObject
        {
            ["name"] = "short",
            ["kind"] = "queue",
            ["title"] = new JsonObject { ["en"] = "Short" },
            ["limit"] = "10m",
            ["events"] = new JsonArray(new JsonObject { ["after"] = "0m", ["alarm"] = "queue-wait-time", ["resource"] = "Cards" }),
        };
        var exercise = (await _day.TryStartAsync(new JsonObject { ["own"] = scenario })).Body;

        await _day.PassAsync(11);

        Assert.Equal("limit", (string?)(await _day.LookAsync(exercise))["end"]);
        Assert.Contains(_day.Sent, static effect => effect.Message.Remark == "The time of this exercise is over.");
        Assert.False((await _day.IncidentAsync(exercise))!.IsActive);
    }

    [Fact]
    public async Task Callers_do_not_hear_of_it_and_it_misses_no_promise_and_is_in_no_history()
    {
        var before = await _day.AskHookAsync("Cards");
        var scenario = new JsonObject
        {
            ["name"] = "cards",
            ["kind"] = "queue",
            ["title"] = new JsonObject { ["en"] = "Cards" },
            ["events"] = new JsonArray(
                new JsonObject { ["alarm"] = "queue-full", ["resource"] = "Cards" },
                new JsonObject { ["alarm"] = "queue-wait-time", ["resource"] = "Cards", ["value"] = 100000 }),
        };
        var exercise = (await _day.TryStartAsync(new JsonObject { ["own"] = scenario })).Body;

        await _day.PassAsync(30);
        var during = await _day.AskHookAsync("Cards");
        await _day.System.System.Services.GetRequiredService<HistoryKeeper>().KeepAsync((string)exercise["incident"]!, Stop);

        var incident = (await _day.IncidentAsync(exercise))!;
        Assert.True(incident.Severity <= Severity.P2);
        Assert.Equal(before.ToJsonString(), during.ToJsonString());
        Assert.Equal((false, false), (incident.AcknowledgeMissed, incident.ResolveMissed));
        Assert.Empty((await _day.System.CallAsync("GET", "/history/incidents")).Body["items"]!.AsArray());
        Assert.All(_day.Commits, static commit => Assert.Empty(commit.News));
    }

    [Fact]
    public async Task It_promises_nothing_and_turns_no_alarm_of_the_center_red()
    {
        var exercise = await _day.StartAsync();
        await _day.PassAsync(2);

        var incident = (await _day.System.CallAsync("GET", $"/incidents/{exercise["incident"]}")).Body;
        var alarms = (await _day.System.CallAsync("GET", "/alarms")).Body["items"]!.AsArray();
        var mute = await _day.System.CallAsync("POST", "/settings/preview", new JsonObject
        {
            ["type"] = "mute",
            ["reason"] = "The table is looked at.",
            ["resource"] = (string)incident["resource"]!,
            ["until"] = _day.Clock.Now.AddHours(1).ToString("O"),
        });

        Assert.Equal("open", (string?)incident["state"]);
        Assert.Null(incident["acknowledgeBy"]);
        Assert.DoesNotContain(alarms, alarm => (string?)alarm!["incident"] == (string?)incident["id"]);
        Assert.True(mute.Status == 200, mute.Text);
        Assert.Empty(mute.Body["hiddenNow"]!.AsArray());
        Assert.Equal(0, (int)mute.Body["hiddenEvents"]!);
    }

    [Fact]
    public async Task Nothing_is_repaired_and_neither_AWS_Support_nor_ServiceNow_hears_of_it()
    {
        using var day = new GameDay(static configuration => configuration with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(configuration.Audiences)
            {
                ["lead"] =
                [
                    new Endpoint { Channel = Channel.Support, To = "amazon-connect" },
                    new Endpoint { Channel = Channel.ServiceNow, To = "https://bank.service-now.com" },
                    new Endpoint { Channel = Channel.Email, To = GameDay.Ada },
                ],
            },
        });
        _ = await day.StartAsync();

        await day.PassAsync(20);

        Assert.Equal([Channel.Email], day.Sent.Select(static effect => effect.Channel).Distinct());
        Assert.DoesNotContain(day.Commits.SelectMany(static commit => commit.Effects), static effect => effect is RemediateEffect);
    }

    [Fact]
    public async Task A_dry_run_says_whom_it_would_tell_when_and_starts_nothing()
    {
        var preview = await _day.TryStartAsync(new JsonObject { ["scenario"] = "table-throttled" }, path: "/exercises/preview");
        await _day.PassAsync(3);

        var first = preview.Body["messages"]!.AsArray().Take(2).Select(static message =>
            $"{(DateTimeOffset)message!["at"]!:HH:mm} {message["audience"]} {message["channel"]} {message["occasion"]}");
        Assert.Equal(["10:00 engineers email opened", "10:05 lead email escalated"], first);
        Assert.Equal("none", (string?)preview.Body["refusal"]);
        Assert.Empty(_day.Sent);
    }

    [Fact]
    public async Task Nobody_is_woken_unless_an_administrator_says_so()
    {
        _day.Clock.Now += TimeSpan.FromHours(12);
        var body = new JsonObject { ["scenario"] = "table-throttled" };
        var byNight = new JsonObject { ["scenario"] = "table-throttled", ["night"] = true };

        var preview = await _day.TryStartAsync(body, path: "/exercises/preview");

        Assert.Equal(("night", true), ((string?)preview.Body["refusal"], (bool)preview.Body["messages"]![0]!["isNight"]!));
        Assert.Equal("conflict", (await _day.TryStartAsync(body, "[administrator]")).Problem);
        Assert.Equal("forbidden", (await _day.TryStartAsync(byNight)).Problem);
        Assert.Equal(201, (await _day.TryStartAsync(byNight, "[administrator]")).Status);
    }

    [Fact]
    public async Task Who_may_only_look_starts_none_and_sees_nobodys_score()
    {
        Assert.Equal("forbidden", (await _day.TryStartAsync(new JsonObject { ["scenario"] = "bot-silent" }, "[viewer]")).Problem);
        Assert.Equal("forbidden", (await _day.System.CallAsync("GET", "/exercise-record", groups: "[viewer]")).Problem);
    }

    [Fact]
    public async Task What_cannot_be_played_is_refused_with_its_place_and_what_would_be_right()
    {
        var scenario = new JsonObject
        {
            ["name"] = "Not a name",
            ["kind"] = "queue",
            ["title"] = new JsonObject { ["en"] = "Odd" },
            ["events"] = new JsonArray(
                new JsonObject { ["alarm"] = "no-such-alarm" }, new JsonObject { ["after"] = "9h", ["alarm"] = "queue-full" }),
        };

        var refused = await _day.TryStartAsync(new JsonObject { ["own"] = scenario });

        Assert.Equal("invalid", refused.Problem);
        Assert.Equal(
            "The member name must be 1 to 40 small letters, digits and dashes; found Not a name; "
                + "Event 1 must name an alarm of docs/alarms.md; found no-such-alarm; "
                + "Event 2 must come before the end, which is after 1h; found 09:00:00",
            (string?)refused.Body["detail"]);
    }

    [Fact]
    public async Task An_exercise_and_a_real_incident_do_not_become_one()
    {
        var real = await _day.System.OpenAsync();
        _ = await _day.System.CallAsync("POST", $"/incidents/{real}/acknowledge", new JsonObject());
        var exercise = await _day.StartAsync();
        await _day.PassAsync(1);

        var into = await _day.System.CallAsync(
            "POST", $"/incidents/{real}/merge", new JsonObject { ["into"] = (string?)exercise["incident"] });

        Assert.Equal(("conflict", "An exercise and a real incident do not become one."), (into.Problem, (string?)into.Body["detail"]));
    }

    public void Dispose() => _day.Dispose();
}
