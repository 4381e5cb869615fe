using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// What people write behind a slash command: look, report, take, and who is on call. The answer is shown to whoever wrote it alone; what
/// is refused is said in words, because Slack shows nothing of an error but that there was one.
/// </summary>
/// <param name="desk">Decides about incidents.</param>
/// <param name="store">Where incidents are.</param>
/// <param name="reports">Takes reports.</param>
/// <param name="configuration">The queues that there are.</param>
public sealed class SlackCommands(
    IncidentDesk desk, IIncidentStore store, ReportDesk reports, ContactCenterConfiguration configuration)
{
    /// <summary>So many incidents are listed; the rest is counted.</summary>
    private const int MaximumListed = 15;

    private static readonly ImmutableDictionary<string, string> Headers = new Answer(200, "", "").Headers
        .SetItem("content-type", "application/json; charset=utf-8");

    /// <summary>Answers a command.</summary>
    /// <param name="command">The command, whose signature was checked.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Answer> AnswerAsync(SlackCommand command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var policy = await desk.PolicyNowAsync();
        var reader = policy.ReaderOf(command.ChannelName, command.ChannelId);
        var by = SlackPerson.NameOf(policy, command.UserId, command.Person);
        var (verb, rest) = Split(command.Text);
        var said = verb.ToUpperInvariant() switch
        {
            "" or "LIST" => await ListAsync(reader, cancellationToken),
            "OPEN" => [await OpenAsync(command, by, rest, now, cancellationToken)],
            "ACK" or "ACKNOWLEDGE" => [await TakeAsync(command, by, rest, now, cancellationToken)],
            "VERDICT" => [await JudgeAsync(command, by, rest, now, cancellationToken)],
            "ONCALL" or "ON-CALL" => OnCall(policy, reader, now),
            "HELP" => Help(command.Command),
            _ => [Sentences.CommandUnknown(verb), .. Help(command.Command)],
        };
        return Say(command, said, $"Slack: {by} wrote {command.Command} {verb} in {command.Channel}");
    }

    /// <summary>What is answered where the time is over and nobody knows whether the command has counted.</summary>
    /// <param name="command">The command.</param>
    public Answer Unsure(SlackCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Say(command, [Sentences.CommandUnsure], $"Slack: {command.Command} of {command.Person} was not answered in time");
    }

    private static IReadOnlyList<string> Help(string command) =>
    [
        Sentences.CommandList(command), Sentences.CommandOpen(command), Sentences.CommandAck(command),
        Sentences.CommandVerdict(command), Sentences.CommandOnCall(command),
    ];

    private async ValueTask<IReadOnlyList<string>> ListAsync(Reader reader, CancellationToken cancellationToken)
    {
        var open = new List<Incident>();
        await foreach (var correlation in store.ActiveAsync(static _ => { }, cancellationToken))
        {
            open.Add(correlation.Incident!);
        }

        return open.Count == 0 ? [Sentences.CommandNothingOpen] :
        [
            .. open.OrderBy(static incident => incident.Severity).ThenBy(static incident => incident.OpenedAt)
                .Take(MaximumListed)
                .Select(incident => Listed(incident, reader)),
            .. open.Count > MaximumListed ? [Sentences.CommandMore($"{open.Count - MaximumListed}")] : Array.Empty<string>(),
        ];
    }

    private static string Listed(Incident incident, Reader reader) => string.Join(
        '\n',
        $"{reader.Words.Of(incident.Subject)}: {reader.Words.Of(incident.Symptom)}",
        Sentences.CommandOpenOne(
            incident.Id,
            $"{incident.Severity}",
            MessageFacts.StateWords(incident.State, incident.Acknowledgement?.By),
            MessageFacts.OwnerWords(incident.Owner),
            reader.Moment(incident.OpenedAt)));

    private async ValueTask<string> OpenAsync(
        SlackCommand command, string by, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (words, queue) = WithoutQueue(text);
        var (first, rest) = Split(words);
        var kind = ReportDesk.KindOf(first) is { } known and not ReportKind.Other ? known : ReportKind.Other;
        var said = new SaidReport(by, $"slack\n{command.UserId}", $"slack {command.Channel}".Trim(), command.Key)
        {
            Kind = kind,
            Title = words,
            Text = kind == ReportKind.Other ? words : rest,
            Queue = queue,
        };
        return ReportText.Of(await reports.TakeAsync(said, now, cancellationToken), reports.Limit);
    }

    private ValueTask<string> TakeAsync(
        SlackCommand command, string by, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (named, note) = Split(text);
        return ActAsync(command, named, note, new PersonActed(PersonAction.Acknowledge, by), now, cancellationToken);
    }

    private async ValueTask<string> JudgeAsync(
        SlackCommand command, string by, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (named, rest) = Split(text);
        var (word, note) = Split(rest);
        return word.All(char.IsAsciiLetter) && Enum.TryParse<VerdictKind>(word, ignoreCase: true, out var kind)
            ? await ActAsync(command, named, note, new PersonActed(PersonAction.Judge, by) { Verdict = kind }, now, cancellationToken)
            : Sentences.CommandWhichVerdict(command.Command);
    }

    private async ValueTask<string> ActAsync(
        SlackCommand command, string named, string note, PersonActed asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = named.Trim('`', '*', '_').ToUpperInvariant();
        if (!IncidentName.IsOne(id))
        {
            return Sentences.CommandWhich;
        }

        var acted = asked with
        {
            Note = note.Length > 0 ? note : null,
            Marks = [new ActMark(command.Key, now + ReplayWindow.RememberFor)],
        };
        return await desk.Pipeline.ActAsync(id, acted, now, cancellationToken) switch
        {
            null => Sentences.CommandNoIncident,
            { Refusal: { } refusal } => refusal.Reason,
            { Action: IncidentAction.Ignored or IncidentAction.Repeated } => Sentences.NothingChanged,
            _ => OfferedActions.Done(acted.Action, acted.By, Sentences.IncidentNamed(id)),
        };
    }

    private static string[] OnCall(IncidentPolicy policy, Reader reader, DateTimeOffset now)
    {
        string[] turns =
        [
            .. policy.OnCall(now).Select(one => one.Turn is { } turn
                ? Sentences.CommandTurn(turn.Participant.Name, one.Schedule, reader.Moment(turn.To))
                : Sentences.CommandNobody(one.Schedule)),
        ];
        return turns.Length > 0 ? turns : [Sentences.CommandNoSchedule];
    }

    /// <summary>What stands before the name of a queue at the end, in any letter case; the longest name counts.</summary>
    private (string Words, string? Queue) WithoutQueue(string text) => configuration.Queues
        .Select(static queue => queue.Name)
        .Where(name => text.Length > name.Length
            && text.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            && char.IsWhiteSpace(text[^(name.Length + 1)]))
        .OrderByDescending(static name => name.Length)
        .Select(name => (text[..^name.Length].TrimEnd(), (string?)name))
        .FirstOrDefault((text, null));

    private static (string First, string Behind) Split(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var blank && blank < 0
        ? (text, "")
        : (text[..blank], text[(blank + 1)..].Trim());

    /// <summary>Blocks, because Slack reads no markup in their plain text; the text beside them is what a notification shows.</summary>
    private Answer Say(SlackCommand command, IReadOnlyList<string> said, string reason)
    {
        var words = desk.Policy.ReaderOf(command.ChannelName, command.ChannelId).Words;
        string[] lines = [.. said.Select(words.Of)];
        var body = new JsonObject
        {
            ["response_type"] = "ephemeral",
            ["text"] = SlackText.Line(lines[0], SlackLimits.Header),
            ["blocks"] = new JsonArray([.. lines.Select(static line => (JsonNode)SlackBlocks.Section(line))]),
        };
        return new Answer(200, body.ToJsonString(), reason) { Headers = Headers };
    }
}
