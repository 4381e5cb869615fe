using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Synthetic contacts come in by flows that are known, end in queues that are there, and fit between two turns.</summary>
internal static class SyntheticRules
{
    private const string Path = "$.synthetic";

    /// <summary>A contact with a bot lasts half a minute (recorded: 26 seconds for four steps), and is looked at once a minute.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Synthetic is not { } settings)
        {
            return;
        }

        CheckTimes(settings, found);
        CheckQueue(configuration, settings, found);
        if (settings.Calls is { } calls)
        {
            CheckCalls(configuration, calls, found);
        }

        foreach (var (i, contact) in settings.Contacts.Index())
        {
            CheckContact($"{Path}.contacts[{i}]", contact, configuration, found);
            if (settings.Contacts.Take(i).Any(other => other.Flow == contact.Flow && Language(other) == Language(contact)))
            {
                found.Add(new($"{Path}.contacts[{i}]", ConfigurationRules.Quote(contact.Flow), Findings.SyntheticTwice));
            }
        }

        // with a flow of this deployment no language stands for all of them, and one that is named goes before
        string? Language(SyntheticContactSettings contact) => SyntheticContacts.IsDeployed(contact.Flow)
            ? contact.Language
            : SyntheticContacts.LanguageOfOwn(contact, configuration);

        if (found.Any(static problem => problem.Path.StartsWith(Path, StringComparison.Ordinal)))
        {
            return;
        }

        var contacts = SyntheticContacts.Of(configuration);
        if (contacts.Count == 0)
        {
            found.Add(new(Path, Findings.SyntheticNone, Findings.SyntheticNoneExpected));
        }
        else if (contacts.Count * Usual > settings.AtOnce * settings.Every)
        {
            found.Add(new(
                $"{Path}.every",
                DurationConverter.Format(settings.Every),
                Findings.SyntheticFull(
                    $"{contacts.Count}", $"{settings.AtOnce}", $"{contacts.Count * Usual.TotalMinutes / settings.AtOnce:0}")));
        }
    }

    private static void CheckTimes(SyntheticSettings settings, List<ConfigurationProblem> found)
    {
        CheckTime("every", settings.Every, SyntheticSettings.MinimumEvery, SyntheticSettings.MaximumEvery, found);
        CheckTime("afterChange", settings.AfterChange, TimeSpan.FromMinutes(1), SyntheticSettings.MaximumAfterChange, found);
    }

    private static void CheckTime(string member, TimeSpan time, TimeSpan minimum, TimeSpan maximum, List<ConfigurationProblem> found)
    {
        if (time < minimum || time > maximum)
        {
            found.Add(new(
                $"{Path}.{member}",
                DurationConverter.Format(time),
                Findings.TimeBetween(DurationConverter.Format(minimum), DurationConverter.Format(maximum))));
        }
    }

    /// <summary>A call is known by the number that calls, so nobody else may call by it.</summary>
    private static void CheckCalls(ContactCenterConfiguration configuration, SyntheticCallSettings calls, List<ConfigurationProblem> found)
    {
        CheckTime("calls.every", calls.Every, SyntheticCallSettings.MinimumEvery, SyntheticCallSettings.MaximumEvery, found);
        if (configuration.Flows is not { ModulesOnly: false } flows)
        {
            found.Add(new($"{Path}.calls", Findings.Nothing, Findings.SyntheticCallFlows));
            return;
        }

        if (calls.From == configuration.Calls?.SourceNumber
            || FlowSentences.Languages(flows).Any(language => language.Numbers.Contains(calls.From)))
        {
            found.Add(new($"{Path}.calls.from", ConfigurationRules.Quote(calls.From), Findings.SyntheticCallFrom));
        }

        if (calls.To.Count is 0 or > SyntheticCallSettings.MaximumNumbers)
        {
            found.Add(new($"{Path}.calls.to", $"{calls.To.Count}", Findings.SyntheticCallTo($"{SyntheticCallSettings.MaximumNumbers}")));
        }

        foreach (var (i, number) in calls.To.Index())
        {
            var expected = !Regex.IsMatch(number, SyntheticCallSettings.Number) ? Findings.CallNumberExpected
                : number == calls.From ? Findings.SyntheticCallSelf
                : calls.To.Take(i).Contains(number) ? Findings.SyntheticCallTwice
                : null;
            if (expected is not null)
            {
                found.Add(new($"{Path}.calls.to[{i}]", ConfigurationRules.Quote(number), expected));
            }
        }
    }

    private static void CheckQueue(ContactCenterConfiguration configuration, SyntheticSettings settings, List<ConfigurationProblem> found)
    {
        if (configuration.Queues.FirstOrDefault(queue => queue.Id is not null && queue.Id == settings.Queue) is { } served)
        {
            found.Add(new($"{Path}.queue", ConfigurationRules.Quote(served.Name), Findings.SyntheticServed));
        }
    }

    private static void CheckContact(
        string path, SyntheticContactSettings contact, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (SyntheticContacts.IsDeployed(contact.Flow))
        {
            string[] languages = configuration.Flows is { } flows ? [.. FlowSentences.Languages(flows).Select(static one => one.Code)] : [];
            if (configuration.Flows is not { ModulesOnly: false })
            {
                found.Add(new($"{path}.flow", ConfigurationRules.Quote(contact.Flow), Findings.SyntheticNotDeployed));
            }
            else if (contact.Language is { } language && !languages.Contains(language))
            {
                found.Add(new(
                    $"{path}.language",
                    ConfigurationRules.Quote(language),
                    Suggestion.After(Findings.SyntheticLanguage, language, languages)));
            }
        }
        else
        {
            CheckOwn(path, contact, configuration, found);
        }

        string[] queues = [.. configuration.Queues.Where(static queue => queue.Id is not null).Select(static queue => queue.Name)];
        if (contact.Queue is { } queue && !queues.Contains(queue))
        {
            found.Add(new($"{path}.queue", ConfigurationRules.Quote(queue), Suggestion.After(Findings.SyntheticQueue, queue, queues)));
        }
    }

    private static void CheckOwn(
        string path, SyntheticContactSettings contact, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        string[] flows = [.. configuration.ContactFlows.Where(static flow => flow.Id is not null).Select(static flow => flow.Name)];
        if (!flows.Contains(contact.Flow))
        {
            found.Add(new(
                $"{path}.flow", ConfigurationRules.Quote(contact.Flow), Suggestion.After(Findings.SyntheticFlow, contact.Flow, flows)));
        }

        if (contact.Hears is null)
        {
            found.Add(new($"{path}.hears", Findings.Nothing, Findings.SyntheticHears));
        }
    }
}
