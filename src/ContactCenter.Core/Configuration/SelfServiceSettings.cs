using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>From what, and when, customers are answered without an agent.</summary>
public sealed record SelfServiceSettings
{
    /// <summary>Where the articles are, seen from the folder of the configuration; null: nobody is answered but by an agent.</summary>
    [Description(
        "Articles that answer customers: a folder of Markdown files, a JSON list or a file of knowledge build (.cck). Null: agents answer.")]
    [RegularExpression("^[^\\x00-\\x1f]{1,500}$", ErrorMessage = Findings.FormPath)]
    public string? Articles { get; set; }

    /// <summary>
    /// Whether people edit and publish articles while the center runs. Then those of the deployment are where they begin, and answer until
    /// something was published.
    /// </summary>
    [Description(
        "True: people edit and publish articles in the console and by the API. Those of articles are where they begin.")]
    public bool Editing { get; set; }

    /// <summary>
    /// Probability from which an article is given as the answer; below it an agent is. Higher: fewer answers, fewer wrong ones.
    /// <c>contactcenter knowledge evaluate</c> shows what a value does.
    /// </summary>
    [Description("Probability, 0.3 to 0.99, from which an article is the answer; below it the contact goes to an agent.")]
    [Range(0.3, 0.99)]
    public double MinimumConfidence { get; set; } = 0.5;

    /// <summary>Where the articles are, seen from the current folder; null: none are named.</summary>
    /// <param name="configuration">The path of the configuration.</param>
    public string? ArticlesOf(string configuration) =>
        Articles is null ? null : Path.Combine(Path.GetDirectoryName(configuration) ?? "", Articles);
}

/// <summary>What happens with ratings after a contact.</summary>
public sealed record SurveySettings
{
    [Description("Ratings up to this one, 1 to 4, are bad.")]
    [Range(1, 4)]
    public int BadRating { get; set; } = 2;

    [Description("Attribute of the contact that says how valuable the customer is.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,63}$", ErrorMessage = Findings.FormAttribute)]
    public string ValueAttribute { get; set; } = "segment";

    [Description("Values of that attribute that make a customer valuable; empty: every customer is.")]
    public IReadOnlyList<string> ValuableValues { get; set; } = [];

    [Description("Queue of the task that a bad rating of a valuable customer opens; without it none is opened.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public string? TaskQueue { get; set; }
}
