using System.Text.Json.Nodes;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Cli.Show;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Dashboards;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Support;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Embedded.Ports;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// What each channel would be sent for a message, in the language and by the clock of who reads it, worded by what words it when it is
/// deployed. Links are signed with a key that no deployment has, and fields of secrets say <c>shown</c>.
/// </summary>
internal sealed class SentTexts(ContactCenterConfiguration configuration)
{
    private readonly IncidentPolicy _policy = new IncidentDesk(configuration, new InMemoryIncidentStore()).Policy;

    private readonly LinkMaker _links = new(
        new Uri(ShownSystem.LinkBase(configuration)),
        LinkKeyText.Read(new Secret($$"""{"current":"{{TestSecrets.Key}}"}""")),
        LinkMaker.DefaultLifetime,
        DeploymentNames.Of(configuration).DashboardLink(configuration.Instance, DashboardPlan.Operations));

    /// <summary>Records that ServiceNow would have by now.</summary>
    private readonly HashSet<(string Incident, string To)> _records = [];

    /// <summary>What is sent; null where the channel is sent nothing on this occasion.</summary>
    /// <param name="effect">The message.</param>
    /// <param name="notes">What the decision put on the timeline.</param>
    public JsonNode? Of(NotifyEffect effect, IReadOnlyList<TimelineEvent> notes)
    {
        if (_policy.Endpoint(effect.Audience, effect.Channel, effect.To, effect.At) is not { } endpoint)
        {
            return null;
        }

        var told = effect with { Message = effect.Message.For(_policy.ReaderOf(effect.Audience, endpoint, effect.At)) };
        return effect.Channel switch
        {
            Channel.Email => Email(told),
            Channel.Sms => new JsonObject
            {
                ["text"] = SnsRenderer.Sms(told.Message, _links.For(told, $"sms {effect.To[^Math.Min(4, effect.To.Length)..]}")),
            },
            Channel.Slack => SlackRenderer.Whole(told.Message, _links.Dashboard, _policy.Mentions(told, endpoint)),
            Channel.Teams => TeamsRenderer.Render(told.Message, _links.For(told, $"Teams {effect.To}")),
            Channel.ServiceNow => Record(told, notes),
            Channel.Task => Task(told),
            Channel.Support => Case(told),
            Channel.Call => Call(told),
            Channel.PagerDuty => PagerDutyRenderer.Render(told, "shown", _links.Dashboard),
            Channel.Jira => new JsonArray([.. JiraRenderer.Plan(told)
                .Select(static call => (JsonNode)new JsonObject { ["request"] = call.Action ?? "create", ["body"] = call.Body })]),
            _ => JsonNode.Parse(WebhookRenderer.Body(told, endpoint, static _ => "shown")),
        };
    }

    private JsonObject Email(NotifyEffect told)
    {
        var message = SnsRenderer.Render(told, _links.For(told, told.To), configuration.Sms);
        return new JsonObject { ["subject"] = message.Subject, ["text"] = JsonNode.Parse(message.Body)!["email"]!.DeepClone() };
    }

    private JsonObject? Record(NotifyEffect told, IReadOnlyList<TimelineEvent> notes)
    {
        var isNew = _records.Add((told.IncidentId, told.To));
        var record = isNew ? null : new ServiceNowRecord("shown", "", null);
        return ServiceNowRenderer.Plan(told, notes, record, configuration.ServiceNow)?.Body;
    }

    private JsonObject? Task(NotifyEffect told)
    {
        if (!TaskRenderer.IsWork(told.Message))
        {
            return null;
        }

        var task = TaskRenderer.Render(told, _links.For(told, $"agents of {told.To}"));
        return new JsonObject { ["name"] = task.Name, ["description"] = task.Description };
    }

    private static JsonObject? Call(NotifyEffect told)
    {
        if (!CallRenderer.IsWorthCalling(told.Message))
        {
            return null;
        }

        var call = CallRenderer.Render(told, told.Message.Reader.Words.Language, token: "shown");
        return new JsonObject
        {
            ["text"] = $"{call.Attributes[CallAttributes.Text]} {call.Attributes[CallAttributes.Menu]}",
            ["more"] = call.Attributes[CallAttributes.More],
        };
    }

    private JsonObject? Case(NotifyEffect told)
    {
        if (SupportRenderer.Withheld(told.Message, _policy.Sla(told.Message.Severity)) is not null)
        {
            return null;
        }

        var opened = SupportRenderer.Render(told, configuration.Instance.Arn);
        return new JsonObject { ["subject"] = opened.Subject, ["text"] = opened.Body };
    }
}
