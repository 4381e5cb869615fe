using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Functions.Contacts;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>The self-service hooks with what a test gives them, in the real runtime loop; and what they told as metrics.</summary>
internal sealed class SelfServiceHooks : IDisposable
{
    private readonly StringWriter _metrics = new();
    private readonly FunctionEnvironment _environment = TestEnvironment.Create();
    private readonly FlowHook _hook;

    public SelfServiceHooks() => _hook = new FlowHook(new MetricLine(_metrics), _environment, TimeProvider.System);

    public PackagedKnowledge Knowledge { get; init; } = new(Path.Combine(AppContext.BaseDirectory, "knowledge.cck"));

    /// <summary>The base that answers where articles are edited; null: they are not.</summary>
    public KnowledgeInService? Edited { get; init; }

    public ISurveyStore Surveys { get; init; } = new InMemorySurveys();

    public ISurveyTasks Tasks { get; init; } = new RecordedTasks();

    public ICustomerSystem Customers { get; init; } = new NoCustomerSystem();

    public RecentCallers Callers { get; init; } = new(null, new KnownSecrets(), null, TimeProvider.System);

    public ReturnTally? Returns { get; init; }

    /// <summary>The metrics that were told, one node a line.</summary>
    public JsonNode[] Metrics =>
        [.. _metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)];

    /// <summary>The configuration of the hooks; its sections can be set.</summary>
    public ContactCenterConfiguration Configuration => _environment.Configuration;

    /// <summary>Calls a hook; its answer is checked to be flat, complete, clean and small.</summary>
    public async Task<Dictionary<string, string>> CallAsync(string hook, string request)
    {
        var outcome = await RuntimeLoop.InvokeBytesAsync(
            hook switch
            {
                "AnswerQuestion" => new AnswerQuestionFunction(
                    Edited ?? new KnowledgeInService(null, Knowledge.Base, TimeProvider.System), Knowledge, _hook, _environment)
                    .AnswerQuestion,
                "LookUpCustomer" => new LookUpCustomerFunction(Customers, Callers, _hook, _environment, Returns).LookUpCustomer,
                "RecordSurvey" =>
                    new RecordSurveyFunction(
                        Surveys, Tasks, new ModelInService(null, TimeProvider.System), _hook, _environment,
                        TimeProvider.System).RecordSurvey,
                _ => new RecommendFunction(new Recommender(Configuration.Recommendations), _hook).Recommend,
            },
            request);
        return Complete(outcome.Body);
    }

    public static Dictionary<string, string> Complete(string body)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, (32 * 1024) - 1);
        var answer = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
        Assert.All(answer, static pair =>
        {
            Assert.Matches("^[A-Za-z0-9_-]+$", pair.Key);
            Assert.NotEmpty(pair.Value.Trim());
            Assert.DoesNotContain(pair.Value, char.IsControl);
        });
        return answer;
    }

    public void Dispose() => _metrics.Dispose();
}
