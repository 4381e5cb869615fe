using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents.Reporting;

namespace ContactCenter.Core.Contacts.Faults;

/// <summary>
/// What an agent reports, as a flow tells it. What the flow says of the agent is believed where it has the form of it: a flow is the
/// center's own, and its agents cannot write these values. Whoever is not named is one voice with all others who are not.
/// </summary>
public static partial class FaultReading
{
    /// <summary>By which way it came, as the timeline names it.</summary>
    public const string Through = "guide";

    /// <summary>Who it was where the flow does not tell.</summary>
    private const string Nobody = "an agent";

    /// <summary>The report; whoever takes it says what it lacks.</summary>
    /// <param name="request">The request of the flow.</param>
    /// <param name="configuration">The queues that there are, and whose agents count.</param>
    /// <param name="now">The time.</param>
    public static SaidReport Of(FlowRequest request, ContactCenterConfiguration configuration, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(configuration);
        var name = Agent(request, "agentName", HookAttributes.ReportingAgent) is { } told && UserName().IsMatch(told) ? told : null;
        var id = IdOf(Agent(request, "agentArn", HookAttributes.ReportingAgentArn), configuration.Instance);
        var (kind, title) = (Said(request, "kind"), Said(request, "title"));
        var queue = QueueOf(request, configuration);
        var person = id ?? name ?? "";
        return new SaidReport(
            name ?? (id is null ? Nobody : $"agent {id}"),
            $"{Through}\n{person}",
            Through,
            string.Join(
                '\n', Through, request.ContactId ?? now.UtcTicks.ToString(CultureInfo.InvariantCulture), person, kind, title, queue))
        {
            Kind = ReportDesk.KindOf(kind) ?? ReportKind.Other,
            Title = title,
            Text = Said(request, "text"),
            Queue = queue,
        };
    }

    private static string? Agent(FlowRequest request, string parameter, string attribute) =>
        Said(request, parameter) ?? request.Attributes.GetValueOrDefault(attribute);

    /// <summary>What the block says itself: attributes of the contact are the customer's.</summary>
    private static string? Said(FlowRequest request, string name) =>
        request.Parameters.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) && value != FlowValue.None
            ? value
            : null;

    /// <summary>The queue that the block names, else that of the contact; one that the configuration does not have is none.</summary>
    private static string? QueueOf(FlowRequest request, ContactCenterConfiguration configuration)
    {
        var named = request.Parameters.GetValueOrDefault("queue") is { Length: > 0 } told ? told : request.Queue;
        return configuration.Queues.FirstOrDefault(queue => string.Equals(queue.Name, named, StringComparison.OrdinalIgnoreCase))?.Name;
    }

    private static string? IdOf(string? arn, ConnectInstance instance) =>
        arn is { Length: <= 300 }
        && arn.StartsWith($"{instance.Arn}/agent/", StringComparison.Ordinal)
        && arn[(instance.Arn.Length + "/agent/".Length)..] is var id
        && Guid.TryParse(id, out _)
            ? id
            : null;

    /// <summary>User names of Amazon Connect (API reference, CreateUser), and addresses, which SAML brings.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_.@+\-]{1,100}\z")]
    private static partial Regex UserName();
}
