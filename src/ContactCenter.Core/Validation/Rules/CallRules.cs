using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Who is seen calling, whom the instance can call, and that a P1 does not rest on calls alone.</summary>
internal static partial class CallRules
{
    private const string Path = "$.calls";

    /// <summary>
    /// Numbers that begin so are not called before AWS has allowed it (administrator guide, "Countries that call centers can call by
    /// default").
    /// </summary>
    private static readonly string[] NotByDefault = ["+447", "+8170", "+8180", "+8190"];

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        foreach (var (path, endpoint) in Called(configuration))
        {
            if (configuration.Calls is null)
            {
                found.Add(new($"{path}.channel", "\"call\"", Findings.CallsMissing));
            }

            if (NumberExpected(endpoint.To, configuration.Calls?.SourceNumber) is { } expected)
            {
                found.Add(new($"{path}.to", ConfigurationRules.Quote(endpoint.To), expected));
            }
        }

        if (configuration.Calls is { } calls)
        {
            CheckCaller(calls, configuration, found);
            CheckVoices(calls, found);
        }
    }

    /// <summary>What is right, and may not do what is wanted.</summary>
    public static IEnumerable<ConfigurationProblem> Notices(ContactCenterConfiguration configuration)
    {
        foreach (var (path, endpoint) in Called(configuration))
        {
            if (Array.Find(NotByDefault, prefix => endpoint.To.StartsWith(prefix, StringComparison.Ordinal)) is { } mobile)
            {
                yield return new($"{path}.to", ConfigurationRules.Quote(endpoint.To), Findings.MobileNotByDefault(mobile));
            }
        }

        var p1 = configuration.Escalation.P1;
        var ladders = p1.Owners.Select(static owner => ($"$.escalation.P1.owners.{owner.Key}.steps", owner.Value.Steps))
            .Prepend(("$.escalation.P1.steps", p1.Steps));
        foreach (var (path, steps) in ladders)
        {
            foreach (var (i, step) in (steps ?? []).Index())
            {
                if (Ways(configuration, step.Audience).Any(static way => way.Contains(Channel.Call) && way.All(IsOfConnect)))
                {
                    yield return new($"{path}[{i}].audience", Findings.OnlyCalls, Findings.OtherThanCalls);
                }
            }
        }
    }

    private static bool IsOfConnect(Channel channel) => channel is Channel.Call or Channel.Task;

    /// <summary>By which channels whoever it is can be told: an audience as a whole, a schedule whoever is on call.</summary>
    private static IReadOnlyList<Channel[]> Ways(ContactCenterConfiguration configuration, string name) =>
        configuration.Audiences.TryGetValue(name, out var audience) ? [[.. audience.Select(static endpoint => endpoint.Channel)]]
        : configuration.OnCall.TryGetValue(name, out var schedule)
            ? [.. schedule.Participants.Select(static person => person.Endpoints.Select(static endpoint => endpoint.Channel).ToArray())]
        : [];

    private static IEnumerable<(string Path, Endpoint Endpoint)> Called(ContactCenterConfiguration configuration) =>
        configuration.Audiences
            .SelectMany(static audience => audience.Value.Index()
                .Select(one => (Path: $"$.audiences.{audience.Key}[{one.Index}]", Endpoint: one.Item)))
            .Concat(configuration.OnCall.SelectMany(static schedule => schedule.Value.Participants.Index()
                .SelectMany(person => person.Item.Endpoints.Index().Select(one =>
                    (Path: $"$.onCall.{schedule.Key}.participants[{person.Index}].endpoints[{one.Index}]", Endpoint: one.Item)))))
            .Where(static one => one.Endpoint.Channel == Channel.Call);

    private static string? NumberExpected(string number, string? source) =>
        !PhoneNumber().IsMatch(number) ? Findings.CallNumberExpected
        : number == source ? Findings.CallsItself
        : number.StartsWith("+1", StringComparison.Ordinal) && number.Length != 12 ? Findings.NorthAmerican
        : null;

    private static void CheckCaller(CallSettings calls, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        switch (calls)
        {
            case { SourceNumber: null, Queue: null }:
                found.Add(new(Path, Findings.Nothing, Findings.CallerExpected));
                break;
            case { SourceNumber: not null, Queue: not null }:
                found.Add(new($"{Path}.queue", ConfigurationRules.Quote(calls.Queue), Findings.CallerTwice));
                break;
            case { Queue: { } queue } when !configuration.Queues.Any(known => known.Name == queue && known.Id is not null):
                string[] names = [.. configuration.Queues.Where(static known => known.Id is not null).Select(static known => known.Name)];
                found.Add(new($"{Path}.queue", ConfigurationRules.Quote(queue), Suggestion.After(Findings.CallQueue, queue, names)));
                break;
        }
    }

    private static void CheckVoices(CallSettings calls, List<ConfigurationProblem> found)
    {
        foreach (var (language, voice) in calls.Voices)
        {
            if (!Translation.Languages.Contains(language))
            {
                found.Add(new(
                    $"{Path}.voices.{language}",
                    ConfigurationRules.Quote(language),
                    Findings.CallVoiceLanguage(Wording.Or([.. Translation.Languages]))));
            }
            else if (PollyVoices.IsForeign(voice.Voice, language))
            {
                found.Add(new(
                    $"{Path}.voices.{language}.voice",
                    ConfigurationRules.Quote(voice.Voice),
                    Findings.VoiceOfLanguage(language, Wording.Or([.. PollyVoices.Of(language)]))));
            }
        }
    }

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z")]
    private static partial Regex PhoneNumber();
}
