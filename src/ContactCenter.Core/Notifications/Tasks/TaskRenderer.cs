using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Tasks;

/// <summary>Words a message as a task for the agents of a queue, such as the supervisors'.</summary>
public static class TaskRenderer
{
    /// <summary>Attribute of a task with the number of its incident.</summary>
    public const string IncidentAttribute = "incident";

    /// <summary>A task is work to do: none is started to say that there is nothing to do any more.</summary>
    public static bool IsWork(IncidentMessage message) => message.Occasion is not (Occasion.Mitigated or Occasion.Resolved);

    /// <summary>The task.</summary>
    /// <param name="effect">What to tell; its <see cref="NotifyEffect.To"/> is the queue.</param>
    /// <param name="links">Signed links.</param>
    public static TaskContact Render(NotifyEffect effect, ActionLinks links)
    {
        var message = effect.Message;
        var references = ImmutableSortedDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var (action, address) in links.Offered(message))
        {
            references[message.Say(OfferedActions.Label(action))] = address;
        }

        foreach (var (_, label, address) in MessageFacts.Links(message))
        {
            references[label] = address;
        }

        if (links.Dashboard is { } dashboard)
        {
            references[message.Say(Sentences.LabelDashboard)] = dashboard;
        }

        return new TaskContact(
            CleanText.Line(MessageFacts.Title(message), 512),
            CleanText.Paragraphs(PlainText.Body(message), 4096),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("queue", CleanText.Line(effect.To, 256)),
                KeyValuePair.Create(IncidentAttribute, message.IncidentId),
                KeyValuePair.Create("severity", message.Severity.ToString()),
                KeyValuePair.Create("occasion", message.Occasion.ToString()),
            ]),
            references.ToImmutable(),
            effect.Id);
    }
}

/// <summary>A task in Amazon Connect, as <c>StartTaskContact</c> takes it.</summary>
/// <param name="Name">At most 512 characters.</param>
/// <param name="Description">At most 4096 characters.</param>
/// <param name="Attributes">Contact attributes, among them the queue; together at most 32,768 bytes.</param>
/// <param name="References">Addresses to show with the task, by name.</param>
/// <param name="ClientToken">The same for the same effect, so that a repetition starts no second task.</param>
public sealed record TaskContact(
    string Name,
    string Description,
    ImmutableSortedDictionary<string, string> Attributes,
    ImmutableSortedDictionary<string, Uri> References,
    string ClientToken);
