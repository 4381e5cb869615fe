using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>What is counted once a day because no metric tells it, by the names under which it is stored.</summary>
public static class CountedThings
{
    /// <summary>Users of the instance.</summary>
    public const string Users = "Users";

    /// <summary>Queues of the instance, without those of agents.</summary>
    public const string Queues = "Queues";

    /// <summary>Contact flows.</summary>
    public const string Flows = "Flows";

    /// <summary>Routing profiles.</summary>
    public const string RoutingProfiles = "RoutingProfiles";

    /// <summary>Lambda functions that flows may call.</summary>
    public const string Functions = "Functions";

    /// <summary>How large a table is, in gigabytes.</summary>
    public const string TableSize = "TableSize";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Users, Queues, Flows, RoutingProfiles, Functions, TableSize];

    /// <summary>
    /// The limit of a series. Quotas that could not be read one night hold as they were; whatever else has a limit has it from the file or
    /// CloudWatch, and may lose it.
    /// </summary>
    /// <param name="values">The values of its last days, the newest first.</param>
    internal static double? LimitOf(IEnumerable<DayValue> values)
    {
        DayValue[] known = [.. values];
        return known[0].Name != TableSize && All.Contains(known[0].Name)
            ? known.Select(static value => value.Limit).FirstOrDefault(static limit => limit is not null)
            : known[0].Limit;
    }

    /// <summary>What a quota of Amazon Connect counts, by its name for people; null: nothing of these.</summary>
    /// <param name="quota">Such as <c>Queues per instance</c>.</param>
    public static string? OfQuota(string quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        return Begins("Users per instance") ? Users
            : Begins("Queues per instance") ? Queues
            : Begins("Flows per instance") || Begins("Contact flows per instance") ? Flows
            : Begins("Routing profiles per instance") ? RoutingProfiles
            : Begins("AWS Lambda functions per instance") || Begins("Lambda functions per instance") ? Functions
            : null;

        bool Begins(string name) => quota.StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>What series are, for people.</summary>
internal static class SeriesLabels
{
    public static string Of(string name, string of) => name switch
    {
        "CallsPerInterval" => Sentences.SeriesCalls,
        "ConcurrentCallsPercentage" => Sentences.SeriesConcurrentCalls,
        "ContactFlowFatalErrors" => Sentences.SeriesFlowErrors(of),
        "Errors" => Sentences.SeriesFunctionErrors(of),
        "Duration" => Sentences.SeriesFunctionTime(of),
        "RuntimeSystemErrors" => Sentences.SeriesBotErrors(of),
        "RuntimeSucessfulRequestLatency" => Sentences.SeriesBotTime(of),
        "ApiFailures" => Sentences.SeriesApiFailures(of),
        "ApiLatency" => Sentences.SeriesApiTime(of),
        "AverageHandleTime" => Sentences.SeriesHandleTime(of),
        "ConcurrentExecutions" => Sentences.SeriesExecutions,
        CountedThings.Users => Sentences.SeriesUsers,
        CountedThings.Queues => Sentences.SeriesQueues,
        CountedThings.Flows => Sentences.SeriesFlows,
        CountedThings.RoutingProfiles => Sentences.SeriesRoutingProfiles,
        CountedThings.Functions => Sentences.SeriesFunctions,
        CountedThings.TableSize => Sentences.SeriesTableSize(of),

        // kept by another version
        _ => $"{name} {of}".TrimEnd(),
    };
}
