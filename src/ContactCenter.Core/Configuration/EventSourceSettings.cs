using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Remediation.EventSources;

namespace ContactCenter.Core.Configuration;

/// <summary>A function whose event sources (streams and queues) shall not stay disabled.</summary>
public sealed record EventSourceSettings
{
    /// <summary>Name of the function that they feed.</summary>
    [Description("Name of the function that the event sources feed.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$")]
    public required string Function { get; set; }

    /// <summary>How often a day one is enabled without asking.</summary>
    [Description("How often a day one is enabled again; more often means that something is wrong with it, which is for people.")]
    [Range(0, 24)]
    public int PerDay { get; set; } = 2;

    /// <summary>True: people are asked whether what a person disabled may be enabled. False: it is left alone.</summary>
    [Description("true: people are asked whether one that a person disabled may be enabled again. false: it is left alone.")]
    public bool AskWhenPeopleDisabled { get; set; } = true;

    /// <summary>The limits as repairs need them.</summary>
    public EventSourceMappingLimits Limits() => new() { PerDay = PerDay, AskWhenPeopleDisabled = AskWhenPeopleDisabled };
}
