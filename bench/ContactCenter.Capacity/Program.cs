using System.CommandLine;
using System.Text.Json;
using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Report;
using ContactCenter.Capacity.Validation;
using ContactCenter.Simulation.DynamoDb;

var traces = new Option<DirectoryInfo?>("--traces")
{
    Description = "Folder with bank-calls-5min.csv and nasa-1995-requests-per-second.txt.gz."
};
var files = new Option<FileInfo[]>("--trace")
{
    Description =
        "Only this trace, may be given several times: one count per line and second, or CSV of time,count (with or without a header; "
            + "ISO 8601 or seconds since 1970); plain or gzip. Each count is a read and a write.",
    DefaultValueFactory = _ => [],
};
var words = new Option<string[]>("--policy")
{
    Description = "Only policies with this word in their name, may be given several times; target tracking and the oracle always run.",
    DefaultValueFactory = _ => [],
};
var json = new Option<bool>("--json") { Description = "Print one JSON document instead of tables." };
var quick = new Option<bool>("--quick") { Description = "A week of the recorded traces and one size of each shape." };
var plots = new Option<DirectoryInfo?>("--plots") { Description = "Write an SVG picture of each trace into this folder." };
var seed = new Option<int>("--seed") { Description = "Seed of every random draw.", DefaultValueFactory = _ => 1 };
var kinds = new Option<bool>("--kinds")
{
    Description = "What each kind of traffic is like, how the planner fares on it, and where the money goes, alone and beside target tracking.",
};
var validate = new Option<bool>("--validate")
{
    Description = "The planner on each kind of traffic and each trace with the constants that were best on all others; the worst counts.",
};
var seeds = new Option<int>("--seeds")
{
    Description = "With --kinds or --validate: this many seeds, from --seed on.",
    DefaultValueFactory = _ => 1,
};
var only = new Option<string[]>("--only")
{
    Description = "With --kinds or --validate: only traces with this word in their name, may be given several times.",
    DefaultValueFactory = _ => [],
};
var root = new RootCommand(
    """
    Policies for the capacity of a DynamoDB table, side by side on the same traces.

    Without options the shapes (step, ramp, spikes, flash crowd, daily cycle, hot key, a table with indexes) at two sizes, in half a minute.

    Examples:
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --quick --policy remediation
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --traces traces --plots pictures
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --validate --quick --seeds 3
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --trace calls.csv --trace web.txt.gz --json > ratios.json
    """) { traces, files, words, json, quick, plots, seed, kinds, validate, seeds, only };

root.SetAction(parsed =>
{
    try
    {
        if (parsed.GetValue(kinds) || parsed.GetValue(validate))
        {
            var played = Enumerable.Range(parsed.GetValue(seed), Math.Max(1, parsed.GetValue(seeds))).SelectMany(one =>
                Suite.AllKinds(parsed.GetValue(traces), parsed.GetValue(quick), one).Select(trace => (one, trace)))
                .Where(played => parsed.GetValue(only) is not { Length: > 0 } names
                    || names.Any(name => played.trace.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
            Console.WriteLine(parsed.GetValue(kinds) ? KindsReport.Of(played) : CrossValidation.Report(CrossValidation.Play(played)));
            return 0;
        }

        var policies = Suite.Choose(parsed.GetValue(words)!);
        var all = Suite.Traces(parsed.GetValue(traces), parsed.GetValue(files)!, parsed.GetValue(quick), parsed.GetValue(seed));
        var folder = parsed.GetValue(plots);
        var scores = new List<Score>();
        foreach (var trace in all)
        {
            var pictured = new List<(string, SimulatedTable)>();
            foreach (var policy in policies())
            {
                var (score, table) = Runner.Run(trace, policy, parsed.GetValue(seed));
                scores.Add(score);
                if (folder is not null && policy is TargetTracking or Oracle or RemediationPolicy)
                {
                    pictured.Add((policy.Name, table));
                }
            }

            if (folder is not null)
            {
                folder.Create();
                File.WriteAllText(Path.Combine(folder.FullName, trace.Name + ".svg"), SvgPlot.Of(trace, pictured));
            }
        }

        var together = Comparison.Of(scores);
        Console.WriteLine(parsed.GetValue(json)
            ? JsonSerializer.Serialize(
                new JsonReport(parsed.GetValue(seed), parsed.GetValue(quick), scores, Comparison.ByTrace(scores), together),
                JsonReportContext.Default.JsonReport)
            : TextReport.Of(scores, together));
        return 0;
    }
    catch (Exception problem) when (problem is IOException or FormatException or UnauthorizedAccessException or InvalidDataException)
    {
        Console.Error.WriteLine(problem.Message);
        return 2;
    }
});

return root.Parse(args).Invoke();
