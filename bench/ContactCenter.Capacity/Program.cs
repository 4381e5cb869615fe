using System.CommandLine;
using System.Text.Json;
using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Report;
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
var root = new RootCommand(
    """
    Policies for the capacity of a DynamoDB table, side by side on the same traces.

    Without options the shapes (step, ramp, spikes, flash crowd, daily cycle, hot key, a table with indexes) at two sizes, in half a minute.

    Examples:
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --quick --policy remediation
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --traces traces --plots pictures
      dotnet run -c Release --project bench/ContactCenter.Capacity -- --trace calls.csv --trace web.txt.gz --json > ratios.json
    """) { traces, files, words, json, quick, plots, seed };

root.SetAction(parsed =>
{
    try
    {
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
