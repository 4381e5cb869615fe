using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Settings;

/// <summary>What a setting must be, so that it can hold: everything that is wrong is told at once.</summary>
/// <param name="configuration">The file, which knows the names.</param>
public sealed class SettingRules(ContactCenterConfiguration configuration)
{
    /// <summary>A setting is for a while; what is meant for longer belongs into the file.</summary>
    public static readonly TimeSpan MaximumLength = TimeSpan.FromDays(92);

    /// <summary>How far ahead a setting may begin.</summary>
    public static readonly TimeSpan MaximumAhead = TimeSpan.FromDays(366);

    /// <summary>Characters of a name of an author.</summary>
    public const int MaximumAuthor = 120;

    /// <summary>Characters of a reason.</summary>
    public const int MaximumReason = 500;

    /// <summary>Characters that are said in one language.</summary>
    public const int MaximumText = 500;

    /// <summary>Languages of an announcement, and names of a window, each.</summary>
    public const int MaximumNames = 50;

    /// <summary>Settings of one kind that are not over.</summary>
    public const int MaximumOfKind = 100;

    /// <summary>
    /// Characters of the settings of one kind: they are one item of the table, which takes 400 KB, and hooks read it every few
    /// seconds.
    /// </summary>
    public const int MaximumCharacters = 64 * 1024;

    /// <summary>What alarms of a definition are deployed for.</summary>
    private string[] Watched(AlarmDefinition definition) =>
        [.. AlarmPlan.For(configuration, [definition]).Select(static alarm => alarm.Resource)];

    /// <summary>Everything that is wrong with a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<SettingProblem> Check(Setting setting, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var found = new List<SettingProblem>();
        CheckPerson(setting.Author, setting.Reason, found);
        CheckTime(setting, now, found);
        CheckKind(setting, found);
        return found;
    }

    /// <summary>What is wrong with an author and a reason.</summary>
    internal static void CheckPerson(string? author, string? reason, List<SettingProblem> found)
    {
        CheckLine("author", author, MaximumAuthor, Replies.ExpectedAuthor, found);
        CheckLine("reason", reason, MaximumReason, Replies.ExpectedReason, found);
    }

    private static void CheckTime(Setting setting, DateTimeOffset now, List<SettingProblem> found)
    {
        if (setting.Until is not { } until)
        {
            if (setting is not AlarmThreshold)
            {
                found.Add(new("until", Replies.FoundNoEnd, Replies.Several(Replies.ExpectedEnd, Replies.OnlyThresholdWithoutEnd)));
            }
        }
        else if (until <= setting.From)
        {
            found.Add(new("until", $"{until:u}", Replies.ExpectedAfterBegin($"{setting.From:u}")));
        }
        else if (until <= now)
        {
            found.Add(new("until", $"{until:u}", Replies.ExpectedNotOver($"{now:u}")));
        }
        else if (until - setting.From > MaximumLength)
        {
            found.Add(new("until", $"{until:u}",
                Replies.Several(Replies.ExpectedLength($"{MaximumLength.Days}"), Replies.LongerInFile)));
        }

        if (setting.From - now > MaximumAhead)
        {
            found.Add(new("from", $"{setting.From:u}", Replies.ExpectedWithin($"{MaximumAhead.Days}")));
        }
    }

    private void CheckKind(Setting setting, List<SettingProblem> found)
    {
        switch (setting)
        {
            case OnCallTakeover takeover:
                CheckParticipants(takeover.Schedule, [("participant", takeover.Participant)], found);
                break;
            case OnCallExchange exchange:
                CheckParticipants(exchange.Schedule, [("first", exchange.First), ("second", exchange.Second)], found);
                if (exchange.First == exchange.Second)
                {
                    found.Add(new("second", Quote(exchange.Second), Replies.ExpectedSomebodyElse));
                }

                break;
            case PlannedWork work:
                CheckWork(work, found);
                break;
            case Mute mute:
                CheckMute(mute, found);
                break;
            case QueueSwitch change:
                CheckQueue(change.Queue, found);
                break;
            case EmergencyAnnouncement announcement:
                CheckAnnouncement(announcement, found);
                break;
            case HolidayToday holiday:
                CheckHoliday(holiday, found);
                break;
            case ForcedFallback forced:
                CheckFallback(forced, found);
                break;
            case AlarmThreshold threshold:
                CheckThreshold(threshold, found);
                break;
            case RemediationSwitch repairs when !Enum.IsDefined(repairs.Mode):
                found.Add(new("mode", $"{repairs.Mode}", Replies.ExpectedMode));
                break;
            case RemediationSwitch { Mode: RemediationMode.Act } when configuration.Shadow:
                found.Add(new("mode", "act", Replies.ExpectedModeInShadow));
                break;
        }
    }

    private void CheckParticipants(string schedule, (string Field, string Name)[] people, List<SettingProblem> found)
    {
        if (schedule is null || configuration.OnCall.GetValueOrDefault(schedule) is not { } settings)
        {
            found.Add(new("schedule", Quote(schedule), OneOf(Replies.ScheduleOfFile, configuration.OnCall.Keys)));
            return;
        }

        var names = settings.Participants.Select(static one => one.Name).ToArray();
        found.AddRange(people.Where(one => !names.Contains(one.Name))
            .Select(one => new SettingProblem(one.Field, Quote(one.Name), OneOf(Replies.ParticipantOf(schedule), names))));
    }

    private static void CheckWork(PlannedWork work, List<SettingProblem> found)
    {
        var groups = AlarmCatalog.Default.Definitions.Select(static one => one.Group).Distinct().ToArray();
        CheckCount("groups", work.Groups, found);
        CheckCount("resources", work.Resources, found);
        found.AddRange((work.Groups ?? []).Where(group => !groups.Contains(group))
            .Select(group => new SettingProblem("groups", Quote(group), OneOf(Replies.GroupOfCatalog, groups))));
        foreach (var resource in work.Resources ?? [])
        {
            CheckLine("resources", resource, BoundOfNames, Replies.NameOfResource, found);
        }

        if (work is { Groups.Count: 0, Resources.Count: 0 })
        {
            found.Add(new("", Replies.FoundPlannedWorkOnAll, Replies.Several(Replies.OneOfGroupsOrResources, Replies.NobodyWouldBeTold)));
        }
    }

    private static void CheckMute(Mute mute, List<SettingProblem> found)
    {
        if (mute is { Alarm: null, Resource: null })
        {
            found.Add(new("", Replies.FoundMuteOfAll, Replies.AlarmOrResource));
        }

        if (mute.Alarm is { } alarm && AlarmCatalog.Default.Find(alarm) is null)
        {
            // alarms that the deployment did not make are told too, so any name of CloudWatch's may be muted
            CheckLine("alarm", alarm, AlarmName.MaximumLength, Replies.AlarmByName, found);
        }

        if (mute.Resource is { } resource)
        {
            CheckLine("resource", resource, BoundOfNames, Replies.ResourceSuchAs, found);
        }
    }

    private void CheckQueue(string? queue, List<SettingProblem> found)
    {
        if (queue is not null && configuration.Queues.All(one => one.Name != queue))
        {
            found.Add(new("queue", Quote(queue), OneOf(Replies.QueueOfFile, configuration.Queues.Select(static one => one.Name))));
        }
    }

    private void CheckAnnouncement(EmergencyAnnouncement announcement, List<SettingProblem> found)
    {
        CheckQueue(announcement.Queue, found);
        if (announcement.Texts is not { Count: > 0 and <= MaximumNames })
        {
            found.Add(new("texts", Replies.FoundLanguages($"{announcement.Texts?.Count ?? 0}"), Replies.OneTo($"{MaximumNames}")));
            return;
        }

        foreach (var (language, text) in announcement.Texts)
        {
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
            {
                found.Add(new("texts", Quote(language), Replies.LanguageCode));
            }

            // a flow takes these for tags and references
            if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumText || text.Any(static one => char.IsControl(one)
                || "$<>{}".Contains(one)))
            {
                found.Add(new($"texts.{language}", Quote(text), Replies.SpokenText($"{MaximumText}")));
            }
        }
    }

    private void CheckHoliday(HolidayToday holiday, List<SettingProblem> found)
    {
        if (configuration.Holidays.Contains(holiday.Date))
        {
            found.Add(new("date", $"{holiday.Date:yyyy-MM-dd}", Replies.NoHolidayYet));
        }

        if (configuration.BusinessHours.Count == 0 && configuration.Queues.All(static queue => queue.Hours.Count == 0))
        {
            found.Add(new("date", Replies.FoundNoHours, Replies.HoursOrClosed));
        }
    }

    private void CheckFallback(ForcedFallback forced, List<SettingProblem> found)
    {
        var standby = configuration.Queues.Where(static queue => queue.Standby is not null).Select(static queue => queue.Name).ToArray();
        if (!standby.Contains(forced.Queue))
        {
            found.Add(new("queue", Quote(forced.Queue), OneOf(Replies.QueueWithStandby, standby)));
        }
    }

    private void CheckThreshold(AlarmThreshold threshold, List<SettingProblem> found)
    {
        if (threshold.Alarm is null || AlarmCatalog.Default.Find(threshold.Alarm) is not { } definition
            || Watched(definition) is not { Length: > 0 } watched)
        {
            found.Add(new("alarm", Quote(threshold.Alarm), Replies.AlarmOfCatalog));
            return;
        }

        if (definition.AnomalyBand is not null)
        {
            found.Add(new("alarm", Quote(definition.Id), Replies.Several(Replies.AlarmWithThreshold, Replies.FollowsBand)));
        }

        if (threshold.Resource is { } resource && !watched.Contains(resource))
        {
            found.Add(new("resource", Quote(resource), OneOf(Replies.WatchedBy(definition.Id), watched)));
        }

        if (ScaleCheck.Refusal(definition, threshold.Threshold) is { } expected)
        {
            found.Add(new("threshold", FormattableString.Invariant($"{threshold.Threshold}"), expected));
        }
    }

    private const int BoundOfNames = 256;

    private static void CheckCount(string field, IReadOnlyList<string>? names, List<SettingProblem> found)
    {
        if (names is null || names.Count > MaximumNames)
        {
            found.Add(new(field, Replies.FoundNames($"{names?.Count ?? 0}"), Replies.AtMost($"{MaximumNames}")));
        }
    }

    private static void CheckLine(string field, string? text, int maximum, string expected, List<SettingProblem> found)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maximum || CleanText.Line(text, int.MaxValue) != text.Trim())
        {
            found.Add(new(field, Quote(text), Replies.ExpectedLine(expected, $"{maximum}")));
        }
    }

    private static string Quote(string? text) => text is null ? Replies.FoundNothing : $"\"{CleanText.Line(text, 80)}\"";

    private static string OneOf(string what, IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).Take(20).ToArray() is { Length: > 0 } some
            ? Replies.ExpectedOneOf(what, string.Join(", ", some))
            : Replies.Several(what, Replies.ThereIsNone);
}
