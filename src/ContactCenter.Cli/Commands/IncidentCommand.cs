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
        Say.HelpIncident(ApiConnection.Exit))
    {
        CreateShow(),
        CreateOpen(),
        Act("acknowledge", "acknowledge", Say.ActAcknowledge, "acknowledge 7Q2M9KXA-3"),
        CreateSnooze(),
        Text(
            "hand-over", "hand-over", "audience", "audience", Say.ActHandOver,
            "hand-over 7Q2M9KXA-3 managers"),
        Act("escalate", "escalate", Say.ActEscalate, "escalate 7Q2M9KXA-3 --note \"need more eyes\""),
        CreateResolve(),
        CreateNote(),
        Text(
            "verdict", "verdict", "verdict", "verdict", Say.ActVerdict,
            "verdict 7Q2M9KXA-3 noise"),
        CreateRole(),
        CreateStep(),
        Text(
            "merge", "merge", "into", "into", Say.ActMerge,
            "merge 7Q2M9KXA-3 5TCW0F2B-1"),
        CreateMute(),
        Act("approve", "approve", Say.ActApprove, "approve 7Q2M9KXA-3"),
        CreateRollBack(),
        StatusPageCommand.Create(),
    };

    /// <summary>What is done most often, in one word.</summary>
    public static Command CreateAck() => Act("ack", "acknowledge", Say.ActAcknowledge, example: null);

    private static Argument<string> Id() => new("id") { Description = Say.ArgumentIncident };

    private static Option<string?> Note() => new("--note") { Description = Say.OptionNote };

    private static string About(string summary, string? example) =>
        Say.HelpAct(summary, example is null ? "ack 7Q2M9KXA-3" : $"incident {example}");

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
    private static Command Text(string name, string act, string member, string argument, string summary, string example)
    {
        var (id, note, text) = (Id(), Note(), new Argument<string>(argument) { Description = Say.SeeAbove });
        return Finish(new Command(name, About(summary, example)) { id, text, note }, parsed => (
            HttpMethod.Post,
            Path(parsed.GetValue(id)!, act),
            Body((member, parsed.GetValue(text)), ("note", parsed.GetValue(note)))));
    }

    private static Command CreateNote()
    {
        var (id, text) = (Id(), new Argument<string>("text") { Description = Say.SeeAbove });
        var stakeholders = new Option<bool>("--stakeholders") { Description = Say.OptionStakeholders };
        return Finish(
            new Command("note", About(Say.ActNote, "note 7Q2M9KXA-3 \"looks like DNS\"")) { id, text, stakeholders },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, "notes"), Body(
                ("note", parsed.GetValue(text)),
                ("stakeholders", parsed.GetValue(stakeholders) ? JsonValue.Create(true) : null))));
    }

    private static Command CreateShow()
    {
        var id = Id();
        var language = new Option<string?>("--language") { Description = Say.OptionSentences };
        var command = new Command("show", About(Say.ActShow, "show 7Q2M9KXA-3")) { id, language };
        return Finish(command, parsed =>
        {
            var query = parsed.GetValue(language) is { } asked ? $"?language={Uri.EscapeDataString(asked)}" : "";
            return (HttpMethod.Get, $"/incidents/{Uri.EscapeDataString(parsed.GetValue(id)!)}{query}", null);
        });
    }

    private static Command CreateOpen()
    {
        var title = new Option<string?>("--title") { Description = Say.OptionTitle };
        var kind = new Option<string?>("--kind")
        {
            Description = Say.OptionKind,
        };
        var text = new Option<string?>("--text") { Description = Say.OptionNote };
        var queue = new Option<string?>("--queue") { Description = Say.OptionIncidentQueue };
        var severity = new Option<string?>("--severity") { Description = Say.OptionSeverityOpen };
        return Finish(
            new Command(
                "open",
                About(Say.ActOpen,
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
        var until = new Option<DateTimeOffset?>("--until") { Description = Say.OptionUntil };
        var hours = new Option<double>("--hours")
        {
            Description = Say.OptionHoursSnooze,
            DefaultValueFactory = static _ => 1,
        };
        return Finish(
            new Command("snooze", About(Say.ActSnooze, "snooze 7Q2M9KXA-3 --hours 2"))
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
        var until = Moment.Option("--until", Say.OptionMutedUntil);
        until.Required = true;
        var alarms = new Option<string[]>("--alarm")
        {
            Description = Say.OptionMutedAlarm,
        };
        return Deciding.Finish(
            new Command(
                "mute",
                About(
                    Say.ActMute,
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
        var verdict = new Option<string?>("--verdict") { Description = Say.OptionVerdict };
        return Finish(
            new Command("resolve", About(Say.ActResolve, "resolve 7Q2M9KXA-3 --note \"Fuse replaced.\" --verdict real"))
            {
                id, note, verdict,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, "resolve"), Body(
                ("note", parsed.GetValue(note)), ("verdict", parsed.GetValue(verdict)))));
    }

    private static Command CreateRollBack()
    {
        var (id, note) = (Id(), Note());
        var repair = new Option<string?>("--repair") { Description = Say.OptionRepair };
        return Finish(
            new Command("roll-back", About(Say.ActRollBack, "roll-back 7Q2M9KXA-3 --note \"the load test is over\""))
            {
                id, repair, note,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, "roll-back"), Body(
                ("repair", parsed.GetValue(repair)), ("note", parsed.GetValue(note)))));
    }

    private static Command CreateRole()
    {
        var (id, note) = (Id(), Note());
        var role = new Argument<string>("role") { Description = Say.ArgumentRole };
        var person = new Option<string?>("--person") { Description = Say.OptionPerson };
        var free = new Option<bool>("--free") { Description = Say.OptionFree };
        return Finish(
            new Command("role", About(Say.ActRole, "role 7Q2M9KXA-3 commander"))
            {
                id, role, person, free, note,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, $"roles/{Uri.EscapeDataString(parsed.GetValue(role)!)}"), Body(
                ("person", parsed.GetValue(free) ? "" : parsed.GetValue(person)), ("note", parsed.GetValue(note)))));
    }

    private static Command CreateStep()
    {
        var (id, note) = (Id(), Note());
        var step = new Argument<int>("step") { Description = Say.ArgumentStep };
        var takeBack = new Option<bool>("--take-back") { Description = Say.OptionUndoStep };
        return Finish(
            new Command("step", About(Say.ActStep, "step 7Q2M9KXA-3 2"))
            {
                id, step, takeBack, note,
            },
            parsed => (HttpMethod.Post, Path(parsed.GetValue(id)!, $"steps/{parsed.GetValue(step)}"), Body(
                ("takeBack", parsed.GetValue(takeBack) ? JsonValue.Create(true) : null), ("note", parsed.GetValue(note)))));
    }
}
