using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>The external system that knows the customers.</summary>
public sealed record CrmSettings
{
    /// <summary>Milliseconds for all attempts together where nothing else is configured.</summary>
    public const int UsualBudgetMilliseconds = 1500;

    [Description("Name of the system in apis: its alarms and metrics are known by it.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Api { get; set; }

    [Description(
        "Address of a customer, https only. {phone}, {customerId} or {any attribute} stands for its encoded value, in path or query.")]
    [RegularExpression("^https://[^\\s{}/?#@\\\\]+(/[^\\s#\\\\]*)?$")]
    public required string Url { get; set; }

    [Description("ARN of the secret that is sent with each request: a plain text, or its field value.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? Secret { get; set; }

    [Description("Header in which the secret is sent, such as authorization or x-api-key.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9-]{0,63}$", ErrorMessage = Findings.FormHeader)]
    public string Header { get; set; } = "authorization";

    [Description(
        "What the flow gets: name of the attribute, and path of its value in the reply, such as customer.segment or accounts.0.type.")]
    public required IReadOnlyDictionary<string, string> Attributes { get; set; }

    [Description("Milliseconds for all attempts together, 100 to 1700; after them the flow goes on without.")]
    [Range(100, 1700)]
    public int BudgetMilliseconds { get; set; } = UsualBudgetMilliseconds;

    [Description("Milliseconds after which a second request is sent beside one that is late, 20 to 1700.")]
    [Range(20, 1700)]
    public int HedgeAfterMilliseconds { get; set; } = 500;

    [Description("How long a reply counts without asking again, such as 5m.")]
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromMinutes(5);
}
