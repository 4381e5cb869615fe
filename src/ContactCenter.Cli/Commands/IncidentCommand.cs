using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;
using ContactCenter.Cli.RunTime;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter incident</c>: looks at one incident, opens one, acts on one; <c>contactcenter ack</c> takes one.</summary>
internal static class IncidentCommand
{
    public static Command Create() => new(
        "incident",
        $"""
        Looks at one incident, opens one by hand, or acts on one, by the API of a deployment. Each act stands on the timeline with your name.

        {ApiConnection.Exit}

        Examples:
          contactcenter incident show 7Q2M9KXA-3
          contactcenter incident open --title "No dial tone" --queue Billing
          contactcenter incident resolve 7Q2M9KXA-3 --note "Fuse replaced." --verdict real
        """)
    {
        CreateShow(),
        CreateOpen(),
        Act("acknowledge", "acknowledge", "Takes an incident: the escalation rests.", "acknowledge 7Q2M9KXA-3"),
        CreateSnooze(),
        Text(
            "hand-over", "hand-over", "audience", "audience", "Gives an incident to an audience, which is told now.",
            "hand-over 7Q2M9KXA-3 managers"),
        Act("escalate", "escalate", "Takes the next step of the escalation now.", "escalate 7Q2M9KXA-3 --note \"need more eyes\""),
        CreateResolve(),
        Text("note", "notes", "note", "text", "Writes something on the timeline.", "note 7Q2M9KXA-3 \"looks like DNS\"", hasNote: false),
        Text(
            "verdict", "verdict", "verdict", "verdict", "Says of an incident that is over what it was: real, noise, expected or drill.",
            "verdict 7Q2M9KXA-3 noise"),
        CreateRole(),
        CreateStep(),
        Text(
            "merge", "merge", "into", "into", "Ends an incident as a part of another one, which is as bad at least.",
            "merge 7Q2M9KXA-3 5TCW0F2B-1"),
        CreateMute(),
        Act("approve", "approve", "Agrees to the repair that waits for it.", "approve 7Q2M9KXA-3"),
    };

    /// <summary>What is done most often, in one word.</summary>
    public static Command CreateAck() => Act("ack", "acknowledge", "Takes an incident: the escalation rests.", example: null);

    private static Argument<string> Id() => new("id") { Description = "Id of the incident, as messages name it." };

    private static Option<string?> Note() => new("--note") { Description = "What you write about it." };

    private static string About(string summary, string? example) =>
        $"""
        {summary}

        Example:
          contactcenter {(example is null ? "ack 7Q2M9KXA-3" : $"incident {example}")}
        """;

    private static string Path(string id, string act) => $"/incidents/{Uri.EscapeDataString(id)}/{act}";

    private static JsonObject Body(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var body = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body;
    }

    private static Command Finish(
        Command command, Func<ParseResult, (HttpMethod Method, string Path, JsonObject? Body)> request)
    {
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var (method, path, body) = request(parsed);
            return connection.RunAsync(parsed, method, path, body, IncidentLines.One, cancellation);
        });
        return command;
    }

    private static Command Act(string name, string act, string summary, string? example)
    {
        var (id, note) = (Id(), Note());
        return Finish(new Command(name, About(summary, example)) { id, note }, parsed =>
            (HttpMethod.Post, Path(parsed.GetValue(id)!, act), Body(("note", parsed.GetValue(note)))));
    }

    /// <summary>An act with one text beside the id.</summary>
    private static Command Text(
        string name, string act, string member, string argument, string summary, string example, bool hasNote = true)
    {
        var (id, note, text) = (Id(), Note(), new Argument<string>(argument) { Description = "See above." });
        var command = new Command(name, About(summary, example)) { id, text };
        if (hasNote)
        {
            command.Add(note);
        }

        return Finish(command, parsed => (
            HttpMethod.Post,
            Path(parsed.GetValue(id)!, act),
            Body((member, parsed.GetValue(text)), ("note", member == "note" ? null : parsed.GetValue(note)))));
    }

    private static Command CreateShow()
    {
        var id = Id();
        var language = new Option<string?>("--language") { Description = "Language of sentences, such as de." };
        var command = new Command("show", About("Shows one incident with its newest events.", "show 7Q2M9KXA-3")) { id, language };
        return Finish(command, parsed =>
        {
            var query = parsed.GetValue(language) is { } asked ? $"?language={Uri.EscapeDataString(asked)}" : "";
            return (HttpMethod.Get, $"/incidents/{Uri.EscapeDataString(parsed.GetValue(id)!)}{query}", null);
        });
    }

    private static Command CreateOpen()
    {
        var title = new Option<string?>("--title") { Description = "What is wrong, in a few words." };
        var kind = new Option<string?>("--kind")
        {
            Description = "In place of a title: noAudio, cannotLogIn, screenFrozen or customersComplain.",
        };
        var text = new Option<string?>("--text") { Description = "What you write about it." };
        var queue = new Option<string?>("--queue") { Description = "The queue that it is about, as the configuration names it." };
        var severity = new Option<string?>("--severity") { Description = "How bad it is, P2 at most; else how many report it decides." };
        return Finish(
            new Command(
                "open",
                About(
                    "Opens an incident by hand, or adds your voice to that of others who report the same queue.",
                    "open --kind noAudio --queue Billing --text \"three of us in Berlin\""))
            {
                title, kind, text, queue, severity,
            },
            parsed => (HttpMethod.Post, "/incidents", Body(
                ("title", parsed.GetValue(title)),
                ("kind", parsed.GetValue(kind)),
                ("text", parsed.GetValue(text)),
                ("queue", parsed.GetValue(queue)),
                ("severity", parsed.GetValue(severity)))));
    }

    private static Command CreateSnooze()
    {
        var (id, note) = (Id(), Note());
        var until = new Option<DateTimeOffset?>("--until") { Description = "Until when, such as 2026-11-01T06:00+01:00; within a day." };
        var hours = new Option<double>("--hours")
        {
            Description = "For how many hours, where no time is named.",
            DefaultValueFactory = static _ => 1,
        };
        return Finish(
            new Command("snooze", About("Lets the escalation rest until a time.", "snooze 7Q2M9KXA-3 --hours 2"))
            {
                id, until, hours, note,
            },
            parsed =>
            {
                var end = parsed.GetValue(until) ?? TimeProvider.System.GetUtcNow().AddHours(Math.Clamp(parsed.GetValue(hours), 0, 24));
                return (HttpMethod.Post, Path(parsed.GetValue(id)!, "snooze"), Body(
                    ("until", end.ToString("O", CultureInfo.InvariantCulture)), ("note", parsed.GetValue(note))));
            });
    }

    private static Command CreateMute()
    {
        var (id, reason) = (Id(), Deciding.Reason(isRequired: true));
        var until = Moment.Option("--until", "Until when they are muted.");
        until.Required = true;
        var alarms = new Option<string[]>("--alarm")
        {
            Description = "Whole name of an alarm that takes part; may be given several times. All that are red where none is named.",
        };
        return Deciding.Finish(
            new Command(
                "mute",
                About(
                    "Mutes the alarms of an incident until a time; for longer than a day it takes the role administrator.",
                    "mute 7Q2M9KXA-3 --until 2h --reason \"known, being worked on\""))
            {
                id, until, reason, alarms,
            },
            (parsed, connection, lines, cancellation) => connection.RunAsync(
                parsed,
                HttpMethod.Post,
                Path(parsed.GetValue(id)!, "mute"),
                Body(
                    ("until", Moment.Write(parsed.GetValue(until)!.Value)),
                    ("reason", parsed.GetValue(reason)),
                    ("alarms", parsed.GetValue(alarms) is { Length: > 0 } names
                        ? new JsonArray([.. names.Select(static name => (JsonNode)name)])
                        : null)),
                lines.Muted,
                cancellation));
    }

    private static Command CreateResolve()
    {
        var (id, note) = (Id(), Note());
        var verdict = new Option<string?>("--verdict") { Description = "What it was: real, noise, expected or drill." };
        return Finish(
            new Command("resolve", About("Ends an incident.", "resolve 7Q2M9KXA-3 --note \"Fuse replaced.\" --verdict real"))
            {
                id, note, verdict,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, "resolve"), Body(
                ("note", parsed.GetValue(note)), ("verdict", parsed.GetValue(verdict)))));
    }

    private static Command CreateRole()
    {
        var (id, note) = (Id(), Note());
        var role = new Argument<string>("role") { Description = "commander, communications or scribe." };
        var person = new Option<string?>("--person") { Description = "Who gets it; you where nobody is named." };
        var free = new Option<bool>("--free") { Description = "Nobody has it from now on." };
        return Finish(
            new Command("role", About("Takes, gives or frees a role in an incident.", "role 7Q2M9KXA-3 commander"))
            {
                id, role, person, free, note,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, $"roles/{Uri.EscapeDataString(parsed.GetValue(role)!)}"), Body(
                ("person", parsed.GetValue(free) ? "" : parsed.GetValue(person)), ("note", parsed.GetValue(note)))));
    }

    private static Command CreateStep()
    {
        var (id, note) = (Id(), Note());
        var step = new Argument<int>("step") { Description = "Number of the step in the runbook, from 1." };
        var takeBack = new Option<bool>("--take-back") { Description = "It is not done after all." };
        return Finish(
            new Command("step", About("Ticks a step of the runbook, or takes that back.", "step 7Q2M9KXA-3 2"))
            {
                id, step, takeBack, note,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, $"steps/{parsed.GetValue(step)}"), Body(
                ("takeBack", parsed.GetValue(takeBack) ? JsonValue.Create(true) : null), ("note", parsed.GetValue(note)))));
    }
}
