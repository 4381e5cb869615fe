using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>
/// What goes on that is unusual in one place, as a <see cref="MadeUpAlarm"/>: it joins the incident of that queue, table or function, where
/// it counts as one alarm among others.
/// </summary>
public sealed class AnomalyReport
{
    /// <summary>Series that are told, the loudest first.</summary>
    private const int MaximumTold = 3;

    /// <summary>What the names of all begin with, after the prefix.</summary>
    private const string OfPlace = "anomaly/";

    private readonly MadeUpAlarm _alarm;

    /// <summary>The report of a place.</summary>
    public AnomalyReport(ContactCenterConfiguration configuration, AnomalyPlace place)
    {
        _alarm = new MadeUpAlarm(configuration, $"{OfPlace}{place.Group}/{place.Resource}");
        Place = place;
        Key = new CorrelationKey(place.Group, place.Resource, _alarm.Location);
    }

    /// <summary>The reports of all places that are watched; none where nobody is to be told.</summary>
    public static IReadOnlyList<AnomalyReport> All(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Monitoring.Anomalies != AnomalyMode.Tell
            ? []
            :
            [
                .. configuration.Queues.Select(static queue => new AnomalyPlace(AlarmGroups.Queue, queue.Name))
                    .Concat(WatchedSeries.Of(configuration).Select(static series => series.Place)).Distinct()
                    .Select(place => new AnomalyReport(configuration, place)),
            ];
    }

    /// <summary>
    /// The end of what was told of a place that was taken out of the configuration since; null for any other change. Nothing begins
    /// that way.
    /// </summary>
    public static AnomalyReport? Ended(ContactCenterConfiguration configuration, AlarmChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var begin = new MadeUpAlarm(configuration, OfPlace).Name;
        if (change.State != AlarmState.Ok || !change.AlarmName.StartsWith(begin, StringComparison.Ordinal)
            || change.AlarmName.IndexOf('/', begin.Length) is not (> 0 and var slash))
        {
            return null;
        }

        var report = new AnomalyReport(configuration, new(change.AlarmName[begin.Length..slash], change.AlarmName[(slash + 1)..]));
        return report.Is(change) ? report : null;
    }

    /// <summary>Where it is.</summary>
    public AnomalyPlace Place { get; }

    /// <summary>The incident that it belongs to.</summary>
    public CorrelationKey Key { get; }

    /// <summary>What is told of it, as people name it.</summary>
    public string Subject => Place.Group switch
    {
        AlarmGroups.Queue => Sentences.QueueSubject(Place.Resource),
        AlarmGroups.Flow => Sentences.FlowSubject(Place.Resource),
        AlarmGroups.Function => Sentences.FunctionSubject(Place.Resource),
        AlarmGroups.Table => Sentences.TableSubject(Place.Resource),
        AlarmGroups.Ivr => Sentences.BotSubject(Place.Resource),
        AlarmGroups.Api => Sentences.ApiSubject(Place.Resource),
        _ => Place.Resource,
    };

    /// <summary>Who follows it up.</summary>
    public string Owner => Place.Group is AlarmGroups.Queue or AlarmGroups.Telephony ? AlarmOwners.Operations : AlarmOwners.Engineering;

    /// <summary>The message that is published to the alarm topic.</summary>
    /// <param name="change">What has begun or is over.</param>
    /// <param name="at">When.</param>
    public string Message(AnomalyChange change, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _alarm.Message(
            change.IsBegun,
            change.IsBegun ? Text(change) : Sentences.AnomalyOver,
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).ToJsonString();
    }

    /// <summary>Whether a change is such a report and nothing else.</summary>
    public bool Is(AlarmChange change) => _alarm.Is(change);

    private static string Text(AnomalyChange change) => string.Join(
        AccountReport.Break,
        change.Series.Where(static one => one.Score > 0).Take(MaximumTold).Select(static one =>
            AnomalySentence.Of(one.Sustained.Reading, one.At, one.Value) is { } sentence
                ? Sentences.AnomalyOfSeries(one.Series.Label, sentence)
                : Sentences.AnomalyOfConstant(one.Series.Label, one.Value.ToString("0.##", CultureInfo.InvariantCulture))));
}
