using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Access;

/// <summary>The status page for the business (docs/design/status-page.md). Without it there is none.</summary>
public sealed record StatusPageSettings
{
    [Description("Region of the files, another than that of the center: what it tells of must not take it along. Such as eu-west-1.")]
    [RegularExpression("^" + ConnectInstance.RegionPattern + "$", ErrorMessage = Findings.FormRegion)]
    public required string Region { get; set; }

    [Description("Heading of the page by language, such as { \"en\": \"Acme service\" }.")]
    public required IReadOnlyDictionary<string, string> Title { get; set; }

    [Description("Languages of the page, the first one first: en, de. Words are published in all of them.")]
    public IReadOnlyList<string> Languages { get; set; } = ["en"];

    [Description("What the page tells of, in words of those who read it.")]
    public required IReadOnlyList<StatusComponentSettings> Components { get; set; }
}

/// <summary>Something that the page tells of.</summary>
public sealed record StatusComponentSettings
{
    [Description("Short name for commands, such as phone.")]
    [RegularExpression("^[a-z][a-z0-9-]{0,30}$", ErrorMessage = Findings.FormComponent)]
    public required string Id { get; set; }

    [Description("Its name by language, such as { \"en\": \"Telephone\", \"de\": \"Telefon\" }.")]
    public required IReadOnlyDictionary<string, string> Name { get; set; }

    [Description("Queues that belong to it: a draft about an incident of one of them names it.")]
    public IReadOnlyList<string> Queues { get; set; } = [];
}
