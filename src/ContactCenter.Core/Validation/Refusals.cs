namespace ContactCenter.Core.Validation;

/// <summary>
/// What the schema check took out, and so what the rules cannot know: they hold their tongue about an entry of which a part was refused,
/// about a list whose positions moved, and about references to names that may stand in what was taken out. Everything else is told.
/// </summary>
internal sealed class Refusals
{
    /// <summary>Sections whose entries have keys, and depend on each other within an entry only.</summary>
    private static readonly string[] Keyed = ["audiences", "onCall", "escalation", "sla", "alarms", "routing"];

    /// <summary>Sections whose entries alarms watch, and so may be named by thresholds.</summary>
    private static readonly string[] Watched = ["queues", "contactFlows", "functions", "bots", "routingProfiles", "apis", "tables"];

    private readonly HashSet<string> _entries;
    private readonly HashSet<string> _sections;
    private readonly HashSet<string> _incomplete;
    private readonly bool _lacksQueueIds;

    /// <summary>Takes what the schema check found.</summary>
    /// <param name="problems">What was refused.</param>
    /// <param name="incomplete">Paths of lists and dictionaries that lost an entry.</param>
    public Refusals(IReadOnlyCollection<ConfigurationProblem> problems, IReadOnlyCollection<string> incomplete)
    {
        _entries = [.. problems.Select(problem => Entry(problem.Path))];
        _sections = [.. problems.Select(problem => Section(problem.Path))];
        _incomplete =
        [
            .. incomplete.Concat(problems.Select(problem => problem.Path)).Where(path => path == $"$.{Section(path)}").Select(Section)
        ];
        _lacksQueueIds = problems.Any(problem =>
            Section(problem.Path) == "queues" && problem.Path.EndsWith(".id", StringComparison.Ordinal));
    }

    /// <summary>True when every name of a section is known.</summary>
    public bool IsKnown(string section) => !_incomplete.Contains(section);

    /// <summary>True when a finding at this path may only follow from what was refused.</summary>
    public bool Explain(string path)
    {
        var section = Section(path);
        return _entries.Contains(Entry(path)) || (_incomplete.Contains(section) && !Keyed.Contains(section)) || IsReference(path, section);
    }

    private bool IsReference(string path, string section)
    {
        return (Ends(".audience") && !(IsKnown("audiences") && IsKnown("onCall")))
            || (path == "$.escalation.P1.steps" && (_sections.Contains("audiences") || _sections.Contains("onCall")))
            || (Ends(".steps[0].after") && _sections.Contains("sla"))
            || (section == "routing" && (Ends(".queue") || Ends(".defaultQueue")) && !IsKnown("queues"))
            || (path is "$.flows" or "$.routing.defaultQueue" or "$.queues[0].id" && (_lacksQueueIds || !IsKnown("queues")))
            || (path is "$.survey.taskQueue" or "$.sentiment.live.queue" && !IsKnown("queues"))
            || (path == "$.sentiment.live.queue" && _sections.Contains("flows"))
            || (path == "$.sentiment.live.stream" && _sections.Contains("instance"))
            || (path == "$.flows.bot" && !IsKnown("bots"))
            || (path == "$.crm.api" && !IsKnown("apis"))
            || ((section is "answers" or "standbyRegion" || Ends(".secret")) && _sections.Contains("instance"))
            || (path.Contains(".resources.", StringComparison.Ordinal) && Watched.Any(watched => !IsKnown(watched)))
            || (section == "remediation" && _sections.Contains("account"))
            || (section == "account" && _sections.Contains("remediation"))
            || (Ends(".channel") && _sections.Contains("flows"));

        bool Ends(string ending) => path.EndsWith(ending, StringComparison.Ordinal);
    }

    private static string Section(string path)
    {
        var start = path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 0;
        return path[start..End(path, start)];
    }

    /// <summary><c>$.queues[3]</c>, <c>$.audiences.on-call</c>, <c>$.incidents</c>.</summary>
    private static string Entry(string path)
    {
        var section = Section(path);
        var end = Math.Min(path.Length, section.Length + 2);
        return end == path.Length ? path
            : path[end] == '[' ? path[..(path.IndexOf(']', end) + 1)]
            : Keyed.Contains(section) ? path[..End(path, end + 1)]
            : path[..end];
    }

    private static int End(string path, int start) =>
        path.AsSpan(start).IndexOfAny('.', '[') is >= 0 and var length ? start + length : path.Length;
}
