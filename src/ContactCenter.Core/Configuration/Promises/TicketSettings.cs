using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Promises;

/// <summary>Where a ticket is opened for each contact that comes into a queue.</summary>
public sealed record TicketSettings
{
    /// <summary>Customer service cases, as the plugin of ServiceNow calls them.</summary>
    public const string DefaultTable = "sn_customerservice_case";

    [Description("Which system keeps the tickets: cases (Amazon Connect Cases), serviceNow or webhook.")]
    public required TicketSystemKind System { get; set; }

    [Description("Id of the domain of Amazon Connect Cases, host of the ServiceNow instance, or https address of the webhook.")]
    public required string To { get; set; }

    [Description("Id of the template of Amazon Connect Cases by which cases are opened; only with cases.")]
    public string? Template { get; set; }

    [Description("Table of ServiceNow that holds the tickets; only with serviceNow. Absent: sn_customerservice_case.")]
    [RegularExpression("^[a-z][a-z0-9_]{0,79}$", ErrorMessage = Findings.FormTicketTable)]
    public string? Table { get; set; }

    [Description(
        "ARN of a secret: {\"user\", \"password\"} or {\"apiKey\"} of ServiceNow, {\"key\"} by which the webhook is signed. Cases need none.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? Secret { get; set; }

    [Description("Topics of the classifier whose contacts get a ticket. Empty: every topic, and contacts without one.")]
    public IReadOnlyList<string> Topics { get; set; } = [];

    [Description(
        "For so long a customer who is in touch about the same topic again joins the ticket that there is, 1h to 7d (routing.remembersCallers).")]
    public TimeSpan JoinWithin { get; set; } = TimeSpan.FromDays(3);

    [Description("True tells what the customer said as well: 200 characters at most, personal data masked.")]
    public bool Summary { get; set; }
}

/// <summary>A system that keeps tickets.</summary>
[JsonConverter(typeof(NamedEnumConverter<TicketSystemKind>))]
public enum TicketSystemKind
{
    /// <summary>Amazon Connect Cases.</summary>
    Cases,

    /// <summary>ServiceNow.</summary>
    ServiceNow,

    /// <summary>Another one, by a signed request.</summary>
    Webhook,
}
