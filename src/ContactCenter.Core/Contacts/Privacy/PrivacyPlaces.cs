using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Privacy;

/// <summary>All places in which something of a customer may be kept, as docs/design/privacy.md lists them.</summary>
public static class PrivacyPlaces
{
    /// <summary>Who called lately, under a key.</summary>
    public const string Callers = "callers";

    /// <summary>What agents said that contacts were about.</summary>
    public const string Corrections = "corrections";

    /// <summary>Who waits to be called back.</summary>
    public const string Callbacks = "callbacks";

    /// <summary>What customers said afterwards.</summary>
    public const string Surveys = "surveys";

    /// <summary>How contacts sounded.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>Texts in the table of contacts where they were not expected.</summary>
    public const string Contacts = "contacts table";

    /// <summary>What people wrote into incidents, and whatever was made from it.</summary>
    public const string Incidents = "incidents table";

    /// <summary>Training texts and reports of the classifier.</summary>
    public const string Texts = "models bucket";

    /// <summary>DynamoDB keeps what is needed to go back in time for so long (developer guide).</summary>
    private static readonly TimeSpan PointInTime = TimeSpan.FromDays(35);

    private static readonly TimeSpan OldVersions = TimeSpan.FromDays(90);
    private static readonly TimeSpan Logs = TimeSpan.FromDays(93);
    private static readonly TimeSpan DeadLetters = TimeSpan.FromDays(14);

    /// <summary>Streams of tables keep 24 hours, and so does what is said in calls, as it is deployed.</summary>
    private static readonly TimeSpan Streams = TimeSpan.FromHours(24);

    /// <summary>The models bucket where nobody names it.</summary>
    public static RemainingPlace TextsNotSearched { get; } = new(Texts, "it was not searched, because --bucket does not name it", null);

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
            yield return new("Region of the instance", "it was not searched: run it without --standby as well", null);
        }
        else if (configuration.StandbyRegion is { } standby)
        {
            yield return new(
                $"Region that stands by ({standby})", "it has a table of its own, which was not searched: run it with --standby as well",
                null);
        }

        yield return new(
            "decisions that were under way", "what was read before is written back: run it once more after fifteen minutes", null);
        yield return new("stream of the table of incidents", "items as they were written; a stream forgets by time alone", now + Streams);
        yield return new(
            "point-in-time recovery of both tables", "DynamoDB keeps what was, and nothing is taken out of it", now + PointInTime);
        yield return new("older versions of objects in the models bucket", "the bucket keeps them for a mistake", now + OldVersions);
        yield return new(
            "models that were trained before", "a model holds weights of words and no text; each retraining is without the erased", null);
        yield return new("logs of functions, flows and gateways", "they hold ids and no speech, and are not searched", now + Logs);
        yield return new("dead letters", "messages that could not be processed, as they came", now + DeadLetters);
        if (configuration.Sentiment.IsLive)
        {
            yield return new("stream of calls while they last", "a stream forgets by time alone", now + Streams);
        }

        if (configuration.Audit.Trail)
        {
            yield return new(
                "trail of changes", "locked, so that nobody can change it: who did what, with the parameters of requests",
                now.AddDays(configuration.Audit.RetentionDays + 1));
        }

        yield return new("messages that were sent", "they are with those who got them: mail, text messages, chats, tickets", null);
        yield return new("Amazon Connect and the customer system", "contact records, recordings and profiles are kept there", null);
    }
}
