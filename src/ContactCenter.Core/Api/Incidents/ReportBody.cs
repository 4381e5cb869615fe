using System.ComponentModel;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Reporting;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>Somebody says that something is wrong.</summary>
public sealed record ReportBody
{
    /// <summary>What it is.</summary>
    [Description("What is wrong: noAudio, cannotLogIn, screenFrozen, customersComplain, or other with a title.")]
    public ReportKind Kind { get; init; } = ReportKind.Other;

    /// <summary>What it is, in own words.</summary>
    [Description("What is wrong in a few words; needed where kind is other.")]
    public string? Title { get; init; }

    /// <summary>What the person writes.</summary>
    [Description("What you write about it.")]
    public string? Text { get; init; }

    /// <summary>Which queue.</summary>
    [Description("The queue that it is about, as the configuration names it; the center as a whole where nothing is said.")]
    public string? Queue { get; init; }

    /// <summary>How bad it is.</summary>
    [Description("How bad it is; P2 at most counts. Where nothing is said the number of people who report it decides.")]
    public Severity? Severity { get; init; }
}
