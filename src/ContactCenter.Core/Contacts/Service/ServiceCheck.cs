using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>
/// Decides whether a caller would run into something that is broken, what is said then, and the way around. Pure.
/// </summary>
public sealed class ServiceCheck(ContactCenterConfiguration configuration)
{
    /// <summary>
    /// One contact in so many still takes the way that is broken. Otherwise nothing would be measured there: the alarm would be OK as soon
    /// as everybody goes around, and would be red again as soon as nobody does.
    /// </summary>
    public const int TriedByOneIn = 4;

    private const string Queue = AlarmGroups.Queue;

    // What a flow can do without; a queue has a standby instead, and nothing can be done about telephony.
    private static readonly string[] Skippable = [AlarmGroups.Api, AlarmGroups.Function, AlarmGroups.Ivr];

    /// <summary>Checks for one caller, with what people have decided.</summary>
    /// <param name="need">What the caller is about to use.</param>
    /// <param name="incidents">What is broken; null when it is not known, and then nothing is skipped.</param>
    /// <param name="settings">What holds now.</param>
    /// <param name="at">The time.</param>
    public ServiceAnswer Check(ServiceNeed need, OpenIncidents? incidents, EffectiveSettings settings, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(settings);
        var queue = QueueOf(need);
        var answer = Check(need, OpenIncidents.Forcing(incidents, settings.Forced(at), at)) with
        {
            IsOpen = queue is null ? settings.Calendar.IsOpen(at) : settings.Calendar.IsOpen(queue, at),
        };

        // what a person has to say comes before what the file says of an incident
        return settings.Announcement(queue?.Name, at) is { } announcement
            ? answer with
            {
                Announcement = announcement.In(need.Language),
                Reasons = [.. answer.Reasons,
                $"announcement {announcement.Id}"]
            }
            : answer;
    }

    /// <summary>Checks for one caller.</summary>
    /// <param name="need">What the caller is about to use.</param>
    /// <param name="incidents">What is broken; null when it is not known, and then nothing is skipped.</param>
    public ServiceAnswer Check(ServiceNeed need, OpenIncidents? incidents)
    {
        ArgumentNullException.ThrowIfNull(need);
        if (incidents is null)
        {
            return ServiceAnswer.Unknown;
        }

        var skipped = incidents.All.Where(incident => Skippable.Contains(incident.Group))
            .Select(incident => (Incident: incident, Name: NameOf(incident)))
            .Where(_ => !Tries(need.ContactId))
            .Where(incident => need.Uses.Count == 0 || need.Uses.Contains(incident.Name, StringComparer.OrdinalIgnoreCase))
            .ToArray();
        var queue = QueueOf(need) is { } wanted && incidents.Find(Queue, wanted.Name) is { } found
            ? (Settings: wanted, Incident: found)
            : default;
        OpenIncident[] met =
        [
            .. skipped.Select(static one => one.Incident),
            .. queue.Incident is null ? Array.Empty<OpenIncident>() : [queue.Incident]
        ];
        if (met.Length == 0)
        {
            return ServiceAnswer.Well;
        }

        var worst = met.MinBy(static incident => incident.Severity)!;
        return new ServiceAnswer
        {
            Status = worst.Severity == Severity.P1 ? ServiceStatus.Broken : ServiceStatus.Degraded,
            Incident = worst.Incident,
            Severity = worst.Severity,
            Announcement = Announcement(worst.Group, need.Language),
            Skip = [.. skipped.Select(static one => one.Name).Distinct(StringComparer.Ordinal)],
            SkipsByGroup = Skippable.Where(group => skipped.Any(one => one.Incident.Group == group)).ToHashSet(StringComparer.Ordinal),
            StandbyQueue = queue.Settings?.Standby is { } name && incidents.Find(Queue, name) is null
                ? configuration.Queues.FirstOrDefault(one => one.Name == name)
                : null,
            Reasons =
            [
                .. met.Select(static incident =>
                    $"{incident.Group} {incident.Resource} since {incident.Since:u} (incident {incident.Incident}, {incident.Severity})")
            ],
        };
    }

    /// <summary>
    /// The same contact always takes the same way, so a flow may ask twice. FNV-1a, because it must be the same in every process.
    /// </summary>
    private static bool Tries(string? contactId)
    {
        if (contactId is null)
        {
            return false;
        }

        var hash = 2166136261u;
        foreach (var letter in contactId)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        // the low bits of a product depend on low bits alone
        return (hash ^ (hash >> 16)) % TriedByOneIn == 0;
    }

    private QueueSettings? QueueOf(ServiceNeed need)
    {
        var name = need.Queue
            ?? (need.Topic is { } topic ? configuration.Routing.Topics.GetValueOrDefault(topic)?.Queue : null)
            ?? configuration.Routing.DefaultQueue;
        return NamedQueue.Find(name, configuration);
    }

    /// <summary>Metrics know a bot by its id, flows and people by its name.</summary>
    private string NameOf(OpenIncident incident) =>
        configuration.Bots.FirstOrDefault(bot => bot.BotId == incident.Resource)?.Name ?? incident.Resource;

    private string Announcement(string group, string? language)
    {
        if (!configuration.Routing.Announcements.TryGetValue(group, out var texts) || texts.Count == 0)
        {
            return Translation.Into(language).Whole(group switch
            {
                AlarmGroups.Api => Sentences.AnnounceApi,
                AlarmGroups.Function => Sentences.AnnounceFunction,
                AlarmGroups.Ivr => Sentences.AnnounceIvr,
                _ => Sentences.AnnounceIncident,
            });
        }

        return (language is null ? null : texts.GetValueOrDefault(language)) ?? texts.GetValueOrDefault("en") ?? texts.Values.First();
    }
}
