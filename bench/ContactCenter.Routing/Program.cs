using System.CommandLine;
using System.Text.Json;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Validation;
using ContactCenter.Routing;
using ContactCenter.Routing.Policies;
using ContactCenter.Routing.Report;

var trace = new Argument<FileInfo>("trace") { Description = "CSV of time and calls by five minutes, such as bank-calls-5min.csv." };
var days = new Option<int>("--days") { Description = "Days of it to play.", DefaultValueFactory = _ => 5 };
var scale = new Option<double>("--scale") { Description = "Share of its calls.", DefaultValueFactory = _ => 0.25 };
var staffing = new Option<double>("--staffing")
{
    Description = "Agents, relative to what Erlang C asks for on an average day.",
    DefaultValueFactory = _ => 0.95
};
var acceptance = new Option<double>("--acceptance")
{
    Description = "Share of callers who take a callback that they are offered.",
    DefaultValueFactory = _ => 0.5
};
var seeds = new Option<int>("--seeds") { Description = "How many draws of callers.", DefaultValueFactory = _ => 5 };
var json = new Option<bool>("--json") { Description = "Print one JSON document instead of tables." };
var root = new RootCommand(
    """
    Ways of routing contacts side by side: the same callers, agents and queues; several seeds. 1 when the bar is missed: value-weighted
    abandonment at most half of first in, first out, and no class with more than one in twenty beyond its promise.
    """)
{
    trace, days, scale, staffing, acceptance, seeds, json,
};

root.SetAction(parsed =>
{
    try
    {
        var path = parsed.GetValue(trace)!.FullName;
        var calls = CallTrace.Read(path, parsed.GetValue(days));
        var configuration = ConfigurationReader.ReadChecked(File.ReadAllBytes(Path.Combine(
            AppContext.BaseDirectory, "contactcenter.json")));

        // the trace is of other hours and another year
        configuration.BusinessHours = [];
        configuration.Holidays = [];
        var router = new ContactRouter(configuration);
        var plan = new StaffPlan(calls, configuration.Routing, parsed.GetValue(scale), parsed.GetValue(staffing));
        IPolicy[] policies =
        [
            new FirstInFirstOut(), new FixedPriority(), new OurRouting(router, callbacks: false), new OurRouting(router, callbacks: true)
        ];
        var runs =
            from policy in policies
            from seed in Enumerable.Range(1, parsed.GetValue(seeds))
            select Run(policy, seed);
        Score[] scores = [.. runs];
        var ours = scores.Where(score => score.Policy == policies[^1].Name).ToArray();
        var isBarMet = ours.Average(static score => score.AbandonedValue) <= 0.5
            * scores.Where(score => score.Policy == policies[0].Name).Average(static score => score.AbandonedValue)
            && ours.All(static score => score.Classes.All(static one => !one.IsStarved));
        Console.WriteLine(parsed.GetValue(json)
            ? JsonSerializer.Serialize(
                new JsonReport(
                    Path.GetFileName(path), parsed.GetValue(days), parsed.GetValue(scale), parsed.GetValue(staffing), scores, isBarMet),
                JsonReportContext.Default.JsonReport)
            : $"{TextReport.Of(scores)}{Environment.NewLine}The bar is {(isBarMet ? "met" : "missed")}.");
        return isBarMet ? 0 : 1;

        Score Run(IPolicy policy, int seed)
        {
            var callers = Callers.Of(calls, configuration.Routing, parsed.GetValue(scale), parsed.GetValue(acceptance), seed);
            var tally = new Tally(Callers.Classes(configuration.Routing));
            new Floor(policy, plan, calls.Bins[0].Start, tally).Run(callers);
            return tally.Score(policy.Name, seed);
        }
    }
    catch (Exception problem) when (problem is IOException or FormatException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 2;
    }
});

return root.Parse(args).Invoke();
