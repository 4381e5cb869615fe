using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules.Promises;

/// <summary>Promises of contacts: each can be reached, can be measured, and somebody can be told of it.</summary>
internal static class PromiseRules
{
    private const string Path = "$.contacts";
    private const int MaximumPromises = 50;

    /// <summary>Hours of queues are counted over the last eight days, and the look comes some minutes later.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var settings = configuration.Contacts;
        ResourceRules.CheckUnique("contacts.promises", settings.Promises.Select(static promise => promise.Name), found);
        if (settings.Promises.Count > MaximumPromises)
        {
            found.Add(new(
                $"{Path}.promises", settings.Promises.Count.ToString(CultureInfo.InvariantCulture),
                Findings.ContactPromisesMany(MaximumPromises.ToString(CultureInfo.InvariantCulture))));
        }

        foreach (var (i, promise) in settings.Promises.Index())
        {
            CheckPromise(configuration, promise, i, found);
        }

        if (settings.Escalation is not { } rules)
        {
            return;
        }

        if (!settings.IsWatched)
        {
            found.Add(new($"{Path}.escalation", Findings.ContactNoPromise, Findings.ContactNothingPromised));
        }

        CheckAudience(configuration, rules.Audience, $"{Path}.escalation.audience", found);
        CheckTime(rules.ValuableWait, $"{Path}.escalation.valuableWait", found);
        foreach (var (i, segment) in rules.ValuableSegments.Index())
        {
            CheckSegment(configuration, segment, $"{Path}.escalation.valuableSegments[{i}]", found);
        }

        if (rules.Worsening && configuration.Sentiment is { ContactLens: true, IsLive: false })
        {
            found.Add(new($"{Path}.escalation.worsening", "true", Findings.ContactWorseningBlind));
        }

        if (rules.Every < TimeSpan.FromMinutes(1) || rules.Every > TimeSpan.FromHours(1))
        {
            found.Add(new(
                $"{Path}.escalation.every", ConfigurationRules.Quote(DurationConverter.Format(rules.Every)), Findings.ContactEvery));
        }
    }

    private static void CheckPromise(
        ContactCenterConfiguration configuration, ContactPromise promise, int place, List<ConfigurationProblem> found)
    {
        var path = $"{Path}.promises[{place}]";
        CheckTime(promise.AnswerWithin, $"{path}.answerWithin", found);
        CheckTime(promise.ResolveWithin, $"{path}.resolveWithin", found);
        foreach (var (j, segment) in promise.Segments.Index())
        {
            CheckSegment(configuration, segment, $"{path}.segments[{j}]", found);
        }

        if (promise.Audience is { } audience)
        {
            CheckAudience(configuration, audience, $"{path}.audience", found);
            if (configuration.Contacts.Escalation is null)
            {
                found.Add(new($"{path}.audience", ConfigurationRules.Quote(audience), Findings.ContactEscalationMissing));
            }
        }

        if (configuration.Contacts.Promises.Take(place).FirstOrDefault(before => Holds(before, promise)) is { } before)
        {
            found.Add(new(path, Findings.ContactPromiseHidden(before.Name), Findings.ContactPromiseOrder));
        }
    }

    /// <summary>Whether every contact that a promise fits has another one already.</summary>
    private static bool Holds(ContactPromise before, ContactPromise promise) =>
        Holds(before.Topics, promise.Topics, StringComparer.OrdinalIgnoreCase)
        && Holds(before.Segments, promise.Segments, StringComparer.OrdinalIgnoreCase)
        && Holds(before.Channels, promise.Channels, null);

    private static bool Holds<T>(IReadOnlyList<T> before, IReadOnlyList<T> names, IEqualityComparer<T>? comparer) =>
        before.Count == 0 || (names.Count > 0 && names.All(name => before.Contains(name, comparer)));

    private static void CheckTime(TimeSpan? time, string path, List<ConfigurationProblem> found)
    {
        if (time is { } given && (given <= TimeSpan.Zero || given > Longest))
        {
            found.Add(new(
                path, ConfigurationRules.Quote(DurationConverter.Format(given)),
                Findings.ContactPromiseTime(DurationConverter.Format(Longest))));
        }
    }

    /// <summary>
    /// A segment that routing does not name may be one that the customer system knows; only a name that is near one is a mistake.
    /// </summary>
    private static void CheckSegment(
        ContactCenterConfiguration configuration, string segment, string path, List<ConfigurationProblem> found)
    {
        string[] known = [.. configuration.Routing.Segments.Keys];
        if (!known.Contains(segment, StringComparer.OrdinalIgnoreCase) && Suggestion.Near(segment, known) is not null)
        {
            found.Add(new(
                path, ConfigurationRules.Quote(segment), Suggestion.After(Findings.ContactSegmentUnknown, segment, known)));
        }
    }

    private static void CheckAudience(
        ContactCenterConfiguration configuration, string audience, string path, List<ConfigurationProblem> found)
    {
        if (!configuration.Audiences.ContainsKey(audience))
        {
            found.Add(new(
                path, ConfigurationRules.Quote(audience),
                Suggestion.After(Findings.ContactAudience, audience, [.. configuration.Audiences.Keys])));
        }
        else if (!EscalationEndpoints.Of(configuration, audience).Any())
        {
            found.Add(new(path, ConfigurationRules.Quote(audience), Findings.ContactChannels));
        }
    }
}
