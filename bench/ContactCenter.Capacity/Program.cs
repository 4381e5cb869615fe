using System.CommandLine;
using System.Text.Json;
using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Report;
using ContactCenter.Simulation.DynamoDb;

var traces = new Option<DirectoryInfo?>("--traces") { Description = "Folder with bank-calls-5min.csv and nasa-1995-requests-per-second.txt.gz." };
var file = new Option<FileInfo?>("--trace") { Description = "Only this trace: one count per line and second, or CSV of time,count; plain or .gz." };
var json = new Option<bool>("--json") { Description = "Print one JSON document instead of tables." };
var quick = new Option<bool>("--quick") { Description = "A week of the recorded traces and one size of each shape." };
var plots = new Option<DirectoryInfo?>("--plots") { Description = "Write an SVG picture of each trace into this folder." };
var seed = new Option<int>("--seed") { Description = "Seed of every random draw.", DefaultValueFactory = _ => 1 };
var root = new RootCommand("Policies for the capacity of a DynamoDB table, side by side on the same traces.") { traces, file, json, quick, plots, seed };

root.SetAction(parsed =>
{
    try
    {
        var all = Suite.Traces(parsed.GetValue(traces), parsed.GetValue(file), parsed.GetValue(quick), parsed.GetValue(seed));
        var folder = parsed.GetValue(plots);
        var scores = new List<Score>();
        foreach (var trace in all)
        {
            var pictured = new List<(string, SimulatedTable)>();
            foreach (var policy in Suite.Policies())
            {
                var (score, table) = Runner.Run(trace, policy, parsed.GetValue(seed));
                scores.Add(score);
                if (folder is not null && policy is TargetTracking or Oracle or Healing)
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
            ? JsonSerializer.Serialize(new JsonReport(parsed.GetValue(seed), parsed.GetValue(quick), scores, together), JsonReportContext.Default.JsonReport)
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
