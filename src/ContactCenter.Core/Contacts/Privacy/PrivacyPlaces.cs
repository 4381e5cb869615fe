using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Privacy;

/// <summary>All places in which something of a customer may be kept, as docs/design/privacy.md lists them.</summary>
public static class PrivacyPlaces
{
    /// <summary>Who called lately, under a key.</summary>
    public const string Callers = Remains.Callers;

    /// <summary>What agents said that contacts were about.</summary>
    public const string Corrections = Remains.Corrections;

    /// <summary>What customers said where the classifier was not sure.</summary>
    public const string Unsure = Remains.Unsure;

    /// <summary>Who waits to be called back.</summary>
    public const string Callbacks = Remains.Callbacks;

    /// <summary>Contacts that are open and were promised something.</summary>
    public const string Promised = Remains.Promised;

    /// <summary>Which tickets contacts have.</summary>
    public const string Tickets = Remains.Tickets;

    /// <summary>What customers said afterwards.</summary>
    public const string Surveys = Remains.Surveys;

    /// <summary>How contacts sounded.</summary>
    public const string Sentiment = Remains.Sentiment;

    /// <summary>Texts in the table of contacts where they were not expected.</summary>
    public const string Contacts = Remains.ContactsTable;

    /// <summary>What people wrote into incidents, and whatever was made from it.</summary>
    public const string Incidents = Remains.IncidentsTable;

    /// <summary>Training texts and reports of the classifier.</summary>
    public const string Texts = Remains.ModelsBucket;

    /// <summary>DynamoDB keeps what is needed to go back in time for so long (developer guide).</summary>
    private static readonly TimeSpan PointInTime = TimeSpan.FromDays(35);

    private static readonly TimeSpan OldVersions = TimeSpan.FromDays(90);
    private static readonly TimeSpan Logs = TimeSpan.FromDays(93);
    private static readonly TimeSpan DeadLetters = TimeSpan.FromDays(14);

    /// <summary>Streams of tables keep 24 hours, and so does what is said in calls, as it is deployed.</summary>
    private static readonly TimeSpan Streams = TimeSpan.FromHours(24);

    /// <summary>The models bucket where nobody names it.</summary>
    public static RemainingPlace TextsNotSearched { get; } = new(Texts, Remains.NotNamed, null);

    /// <summary>What cannot be erased of a customer who is erased at a time.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="now">The time.</param>
    /// <param name="isStandby">True when the Region that stands by was searched, else that of the instance.</param>
    public static IEnumerable<RemainingPlace> Remaining(
        ContactCenterConfiguration configuration, DateTimeOffset now, bool isStandby = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (isStandby)
        {
            yield return new(Remains.InstanceRegion, Remains.InstanceRegionWhy, null);
        }
        else if (configuration.StandbyRegion is { } standby)
        {
            yield return new(Remains.StandbyRegion(standby), Remains.StandbyRegionWhy, null);
        }

        yield return new(Remains.Decisions, Remains.DecisionsWhy, null);
        yield return new(Remains.IncidentStream, Remains.IncidentStreamWhy, now + Streams);
        yield return new(Remains.PointInTime, Remains.PointInTimeWhy, now + PointInTime);
        yield return new(Remains.OldVersions, Remains.OldVersionsWhy, now + OldVersions);
        yield return new(Remains.OldModels, Remains.OldModelsWhy, null);
        yield return new(Remains.Logs, Remains.LogsWhy, now + Logs);
        yield return new(Remains.DeadLetters, Remains.DeadLettersWhy, now + DeadLetters);
        if (configuration.Sentiment.IsLive)
        {
            yield return new(Remains.CallStream, Remains.CallStreamWhy, now + Streams);
        }

        if (configuration.Audit.Trail)
        {
            yield return new(Remains.Trail, Remains.TrailWhy, now.AddDays(configuration.Audit.RetentionDays + 1));
        }

        yield return new(Remains.SentMessages, Remains.SentMessagesWhy, null);
        yield return new(Remains.ConnectItself, Remains.ConnectItselfWhy, null);
    }

    /// <summary>The translation of places, of why something remains, and of why a search stopped.</summary>
    /// <param name="language">A code such as <c>de</c>; one that has no table gets English.</param>
    public static Translation Words(string language)
    {
        var known = Translation.Into(language).Language;
        return Translation.By(known, RemainsTables.Of(Translation.SourceLanguage), RemainsTables.Of(known));
    }
}
