using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>What a flow is told about a customer.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Attributes">The mapped values; empty without a customer.</param>
/// <param name="IsCached">True when nobody had to be asked.</param>
/// <param name="Took">How long the system was waited for; null when it was not asked.</param>
/// <param name="Failure">Why it failed, for the log; null when it did not.</param>
/// <param name="Remark">What else the log should say, or null.</param>
public sealed record CustomerAnswer(
    CustomerStatus Status, IReadOnlyDictionary<string, string?> Attributes, bool IsCached = false, TimeSpan? Took = null,
    string? Failure = null, string? Remark = null)
{
    /// <summary>Under this name <c>RouteContact</c> looks for how often the customer has called.</summary>
    public const string RecentContacts = "recentContacts";

    /// <summary>Attribute of a contact with what the customer is likely to need next.</summary>
    public const string NextTopicAttribute = "nextTopic";

    /// <summary>Attribute of a contact with how likely that is, in percent.</summary>
    public const string NextTopicShareAttribute = "nextTopicShare";

    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>An answer without a customer.</summary>
    public static CustomerAnswer Without(CustomerStatus status) => new(status, Nothing);

    /// <summary>What is answered when nothing else can be; it names every key.</summary>
    /// <param name="configuration">The configuration.</param>
    public static HookAnswer Prepared(ContactCenterConfiguration configuration) =>
        Without(CustomerStatus.Failed).ToHookAnswer(configuration, FlowRequest.Empty) with
        {
            Decision = "default",
            IsDefault = true,
            Metrics = [],
        };

    /// <summary>
    /// True when the flow says that the system is down: <c>skip</c> names it among others between commas, as <c>CheckService</c> tells, or
    /// is <c>yes</c>.
    /// </summary>
    public static bool IsSkipped(CrmSettings settings, FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        var names = request.Find("skip")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return names.Contains(settings.Api, StringComparer.OrdinalIgnoreCase) || names is ["yes"] or ["true"];
    }

    /// <summary>
    /// The answer to a flow, with the metrics of the catalog's alarms on external systems: a look-up is one request, whatever was repeated
    /// in it, because that is what the customer notices; while the circuit rests it is a failed one, so that the alarm does not go out.
    /// </summary>
    /// <param name="configuration">The configuration: which system is asked, and whether there are tickets.</param>
    /// <param name="request">
    /// The request: while no customer was found, the contact keeps what it has under the names of the customer's values.
    /// </param>
    /// <param name="memory">
    /// What is remembered of the customer, or null: not known. What the customer system tells under the name of the count goes before.
    /// </param>
    public HookAnswer ToHookAnswer(ContactCenterConfiguration configuration, FlowRequest request, CallerMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(request);
        var settings = configuration.Crm;
        var status = Status switch
        {
            CustomerStatus.Ok => "ok",
            CustomerStatus.NotFound => "not_found",
            CustomerStatus.NoKey => "no_key",
            CustomerStatus.Skipped => "skipped",
            CustomerStatus.Failed => "failed",
            _ => "not_configured",
        };
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = status,
            [RecentContacts] = memory?.Contacts.ToString(CultureInfo.InvariantCulture) ?? Kept(RecentContacts),
            ["source"] = IsCached ? "cache" : Status == CustomerStatus.Ok ? "crm" : null,
        };
        foreach (var name in settings?.Attributes.Keys ?? [])
        {
            values[name] = FlowSpeech.For(request, Attributes.GetValueOrDefault(name))
                ?? (name == RecentContacts ? values[name] : Kept(name));
        }

        if (configuration.Contacts.Tickets is not null)
        {
            // a transfer is looked up again, and what the contact has may be its own ticket by now
            foreach (var name in new[] { Ticket.ReferenceAttribute, Ticket.LinkAttribute, Ticket.TopicAttribute })
            {
                values[name] = memory is null
                    ? request.Attributes.GetValueOrDefault(name)
                    : memory.Ticket?.Attributes.GetValueOrDefault(name);
            }
        }

        if (configuration.Topics.Next)
        {
            values[NextTopicAttribute] = memory?.Next?.Topic;
            values[NextTopicShareAttribute] = memory?.Next is { } next
                ? Math.Round(100 * next.Probability).ToString(CultureInfo.InvariantCulture)
                : null;
        }

        return new HookAnswer
        {
            Decision = status,
            Values = values,
            Reasons = [.. new[] { Failure, Remark }.OfType<string>()],
            Metrics = settings is null || Took is not { } took ? [] :
            [
                new HookMetric(OwnMetricNames.ApiRequests, "Count", 1, "Api", settings.Api),
                new HookMetric(OwnMetricNames.ApiFailures, "Count", Failure is null ? 0 : 1, "Api", settings.Api),
                new HookMetric(OwnMetricNames.ApiLatency, "Milliseconds", took.TotalMilliseconds, "Api", settings.Api),
            ],
        };

        // the flow writes what it is told over what the contact had
        string? Kept(string name) => Status == CustomerStatus.Ok ? null : request.Attributes.GetValueOrDefault(name);
    }
}
