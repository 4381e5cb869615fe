using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Kinds of changes that take effect differently fast, and are made differently often.</summary>
[JsonConverter(typeof(NamedEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>Routing, queues, hours, permissions and all that has no kind of its own.</summary>
    Configuration,

    /// <summary>Code, or a stack as a whole.</summary>
    Deployment,

    /// <summary>A contact flow.</summary>
    ContactFlow,

    /// <summary>A quota, a capacity or a concurrency.</summary>
    Limit,
}

/// <summary>What is known of kinds of changes before anything has happened.</summary>
public static class ChangeKinds
{
    /// <summary>
    /// Shares of triggers among those that are changes: binary push 37 %, configuration push 31 % (Google SRE workbook, "Postmortem
    /// analysis", 2010 to 2017). Theirs is one kind of configuration; it is parted here into what is published, limited and the rest.
    /// </summary>
    private static readonly Dictionary<ChangeKind, double> Shares = new()
    {
        [ChangeKind.Deployment] = 0.37,
        [ChangeKind.Configuration] = 0.16,
        [ChangeKind.ContactFlow] = 0.10,
        [ChangeKind.Limit] = 0.05,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChangeKind> All { get; } = [.. Shares.Keys];

    /// <summary>Share of the kind among changes that broke something.</summary>
    public static double Share(ChangeKind kind) => Shares[kind];

    /// <summary>After how long a change of the kind typically shows.</summary>
    public static TimeSpan Shows(ChangeKind kind) => TimeSpan.FromMinutes(kind switch
    {
        ChangeKind.Deployment => 30,
        ChangeKind.ContactFlow => 15,
        ChangeKind.Limit => 60,
        _ => 20,
    });

    /// <summary>The kind of a change, by what was asked for.</summary>
    public static ChangeKind Of(ConfigurationChange change)
    {
        var action = change.Action ?? "";
        return action switch
        {
            _ when Has("ContactFlow") => ChangeKind.ContactFlow,
            _ when Has("FunctionCode") || Has("ChangeSet") || Has("Stack") || Has("PublishVersion") || Has("UpdateAlias")
                || Has("Deployment") => ChangeKind.Deployment,
            _ when Has("Quota") || Has("Concurrency") || Has("ScalableTarget") || Has("ScalingPolicy") || action == "UpdateTable" =>
                ChangeKind.Limit,
            _ => ChangeKind.Configuration,
        };

        bool Has(string part) => action.Contains(part, StringComparison.Ordinal);
    }
}
