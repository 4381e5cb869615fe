using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Queues, flows, functions, tables: unique names, references that lead somewhere, limits in order.</summary>
internal static partial class ResourceRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        CheckUnique("queues", configuration.Queues.Select(queue => queue.Name), found);
        CheckUnique("contactFlows", configuration.ContactFlows.Select(flow => flow.Name), found);
        CheckUnique("functions", configuration.Functions.Select(function => function.Name), found);
        CheckUnique("bots", configuration.Bots.Select(bot => bot.Name), found);
        CheckUnique("routingProfiles", configuration.RoutingProfiles.Select(profile => profile.Name), found);
        CheckUnique("apis", configuration.Apis.Select(api => api.Name), found);
        CheckUnique("tables", configuration.Tables.Select(table => table.Name), found);
        CheckUniqueIds("queues", configuration.Queues.Select(queue => queue.Id), found);
        CheckUniqueIds("contactFlows", configuration.ContactFlows.Select(flow => flow.Id), found);
        CheckUniqueIds("routingProfiles", configuration.RoutingProfiles.Select(profile => profile.Id), found);
        CheckNoIds("apis", configuration.Apis, found);
        CheckStandbys(configuration, found);
        CheckLocales(configuration, found);
        CheckFunctions(configuration, found);
        for (var i = 0; i < configuration.Tables.Count; i++)
        {
            CheckTable(configuration.Tables[i], $"$.tables[{i}]", found);
        }
    }

    internal static void CheckUnique(string section, IEnumerable<string> names, List<ConfigurationProblem> found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, name) in names.Index())
        {
            if (!seen.Add(name))
            {
                found.Add(new(
                    $"$.{section}[{i}].name", ConfigurationRules.Quote(name), Findings.NameTwice));
            }
        }
    }

    /// <summary>What goes to one of two things of the same id would be counted as the other's.</summary>
    private static void CheckUniqueIds(string section, IEnumerable<string?> ids, List<ConfigurationProblem> found)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, id) in ids.Index())
        {
            if (id is not null && !seen.Add(id))
            {
                found.Add(new($"$.{section}[{i}].id", ConfigurationRules.Quote(id), Findings.IdTwice));
            }
        }
    }

    private static void CheckLocales(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        foreach (var (i, bot) in configuration.Bots.Index())
        {
            foreach (var (j, locale) in bot.MoreLocales.Index().Where(static each => !Locale().IsMatch(each.Item)))
            {
                found.Add(new($"$.bots[{i}].moreLocales[{j}]", ConfigurationRules.Quote(locale), Findings.LocaleSuchAs));
            }
        }
    }

    private static void CheckNoIds(string section, IEnumerable<NamedResource> resources, List<ConfigurationProblem> found)
    {
        foreach (var (i, resource) in resources.Index())
        {
            if (resource.Id is { } id)
            {
                found.Add(new(
                    $"$.{section}[{i}].id",
                    ConfigurationRules.Quote(id),
                    Findings.OnlyFlowsHaveIds));
            }
        }
    }

    private static void CheckStandbys(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var names = configuration.Queues.Select(queue => queue.Name).ToArray();
        foreach (var (i, queue) in configuration.Queues.Index())
        {
            if (queue.Standby is { } standby && (standby == queue.Name || !names.Contains(standby)))
            {
                found.Add(new(
                    $"$.queues[{i}].standby",
                    ConfigurationRules.Quote(standby),
                    standby == queue.Name
                        ? Findings.OwnStandby
                        : Suggestion.After(Findings.QueueExpected, standby, names)));
            }

            foreach (var channel in Enum.GetValues<ContactChannel>())
            {
                if (queue.MaximumWaitOf(channel) is { } wait && wait <= TimeSpan.Zero)
                {
                    found.Add(new($"$.queues[{i}].{MaximumWaitOf(channel)}", DurationConverter.Format(wait), Findings.MoreThanZero));
                }
            }
        }
    }

    /// <summary>Where a queue says how long may be waited in a channel.</summary>
    internal static string MaximumWaitOf(ContactChannel? channel) => channel switch
    {
        ContactChannel.Chat => "maximumWaits.chat",
        ContactChannel.Task => "maximumWaits.task",
        ContactChannel.Email => "maximumWaits.email",
        _ => "maximumWait",
    };

    private static void CheckFunctions(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        foreach (var (i, function) in configuration.Functions.Index())
        {
            CheckReservation(function.ReservedConcurrency, $"$.functions[{i}].reservedConcurrency", found);
        }

        CheckReservation(configuration.Remediation.Hooks, "$.remediation.hooks", found);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, source) in configuration.Remediation.EventSources.Index())
        {
            if (!seen.Add(source.Function))
            {
                found.Add(new(
                    $"$.remediation.eventSources[{i}].function", ConfigurationRules.Quote(source.Function),
                    Findings.FunctionTwice));
            }
        }
    }

    private static void CheckReservation(ReservedConcurrencySettings? reserved, string path, List<ConfigurationProblem> found)
    {
        if (reserved is { ApprovalAbove: { } above } && above > reserved.Maximum)
        {
            found.Add(new(
                $"{path}.approvalAbove", $"{above}", Findings.AtMostReserved($"{reserved.Maximum}")));
        }
    }

    private static void CheckTable(TableSettings table, string path, List<ConfigurationProblem> found)
    {
        foreach (var (name, limits) in new[] { ("read", table.Read), ("write", table.Write) })
        {
            if (limits is { } known && known.Minimum > known.Maximum)
            {
                found.Add(new(
                    $"{path}.{name}",
                    Findings.MinimumAbove($"{known.Minimum}", $"{known.Maximum}"),
                    Findings.MinimumNotAbove));
            }

            if (limits is { ReadyFor: { } ready } range
                && range.Minimum <= range.Maximum
                && (ready < range.Minimum || ready > range.Maximum))
            {
                found.Add(new(
                    $"{path}.{name}.readyFor", $"{ready}", Findings.LevelWithin($"{range.Minimum}", $"{range.Maximum}")));
            }
        }

        if (table is { OnDemand: true, FollowDemand: true })
        {
            found.Add(new($"{path}.followDemand", "true", Findings.FalseOnDemand));
        }

        foreach (var (i, index) in table.Indexes.Index())
        {
            if (!IndexName().IsMatch(index))
            {
                found.Add(new($"{path}.indexes[{i}]", ConfigurationRules.Quote(index), Findings.TableNameExpected));
            }
        }
    }

    [GeneratedRegex(BotSettings.LocalePattern)]
    private static partial Regex Locale();

    [GeneratedRegex("^[A-Za-z0-9_.-]{3,255}\\z")]
    private static partial Regex IndexName();
}
