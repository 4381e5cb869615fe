using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Service;

namespace ContactCenter.Core.Tests.Contacts.Routing;

/// <summary>A center with three queues, open around the clock, and situations in it.</summary>
internal static class RoutingCenter
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static ContactCenterConfiguration Center(Action<ContactCenterConfiguration>? change = null)
    {
        var center = new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance
            {
                Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                Alias = "bank"
            },
            Queues =
            [
                new QueueSettings { Name = "General" },
                new QueueSettings
                {
                    Name = "Billing",
                    Standby = "Cards",
                    MaximumWait = TimeSpan.FromMinutes(2),
                    Id = "0a1b2c3d-0000-4000-8000-000000000002"
                },
                new QueueSettings { Name = "Cards" },
            ],
            Apis = [new NamedResource { Name = "crm" }],
            Bots = [new BotSettings { Name = "ivr-main", BotId = "ABCDEFGHIJ", AliasId = "TSTALIASID" }],
            Routing = new RoutingSettings
            {
                Topics = new Dictionary<string, TopicRoute>
                {
                    ["billing"] = new() { Queue = "Billing", Skill = "Billing" },
                    ["fraud"] = new() { Queue = "Cards", Skill = "Cards", Level = 5, Emergency = true },
                },
                Segments = new Dictionary<string, SegmentSettings> { ["gold"] = new() { AnswerWithin = TimeSpan.FromSeconds(30) } },
                Languages = ["de"],
            },
        };
        change?.Invoke(center);
        return center;
    }

    public static RoutingDecision Route(
        RoutingNeed need, QueueState[]? states = null, OpenIncidents? openIncidents = null, TimeSpan age = default) =>
        new ContactRouter(Center()).Route(
            need, new RoutingSituation(Now, states is null ? null : new QueueStates(Now - age, states), openIncidents));

    /// <summary>A queue with agents, of whom so many are free, and contacts that wait.</summary>
    public static QueueState State(string name, int agents, int free = 0, int waiting = 0) =>
        new(name, waiting, waiting * 10, agents, free, agents - free, AverageHandleSeconds: 300);

    public static OpenIncidents Incident(
        string group, string resource,
        Severity severity = Severity.P1) => new([new OpenIncident("7Q2M9KXA-3", group, resource, severity, Now)]);
}
